import type { Content } from './rules.ts';

/** Merges that stand, in the order in which they were made. */
export type Merges = { pair: string; keep: string; other: string; number: number }[];

export type ModelRecord = Content & { id: string; kind: string; gone: boolean };

export type ModelMember = {
  id: string;
  name: string;
  role: 'admin' | 'manager' | 'rep' | 'viewer';
  status: 'invited' | 'active' | 'suspended' | 'departed';
  manager: string | null;
  department: string | null;
};

/** All that a company should hold after what it has taken, in the order in which it took it. */
export type Company = {
  records: Map<string, ModelRecord>;
  members: Map<string, ModelMember>;
  merges: Merges;
  /** `one other`: touches that a person set apart. */
  apart: Set<string>;
  /** Keys of contacts that nobody is to capture again. */
  withheld: Set<string>;
  /** Some account was restricted at some time. */
  restricted: boolean;
};

export type Actor = { member: string; now: number };

export function addressesOf(record: ModelRecord | undefined): string[] {
  return Object.keys(record?.sets.emails ?? {});
}
