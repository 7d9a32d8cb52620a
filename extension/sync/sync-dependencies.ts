import type { Randomness } from '../../shared/domain/ids.ts';
import type { Database } from '../db/database.ts';
import type { UnsentCopy } from '../db/unsent-copy.ts';
import type { EnrolmentStore } from './enrolment.ts';

/** Everything that sync touches outside itself; the simulator brings its own of each. Times are in milliseconds. */
export type SyncDependencies = {
  db: Database;
  enrolment: EnrolmentStore;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Our own clock, since the epoch. */
  now: () => number;
  random: Randomness;
  /** Resolves after that time, or early once the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Runs one task of that name at a time, across all contexts of the extension. */
  lock: <T>(name: string, task: () => Promise<T>) => Promise<T>;
  /** SHA-256 in hex; the platform's own where none is given. */
  sha256?: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** From how many rows of a page on they are unpacked later (take-page.ts): the simulator has smaller pools. */
  bulkRows?: number;
  /** Where the browser needs one. */
  unsent?: UnsentCopy;
};

/** 0 ≤ x < 1. */
export function fraction(random: Randomness): number {
  const [a = 0, b = 0] = random(2);
  return (a * 256 + b) / 65_536;
}

/** Waits that grow with each failure up to a minute, spread by half so that devices do not come back together. */
export function backoffMs(failures: number, random: Randomness): number {
  const full = Math.min(60_000, 1000 * 2 ** Math.min(failures, 12));
  return full / 2 + (fraction(random) * full) / 2;
}

/** What the platform brings where the dependencies name nothing else. */
export const fromPlatform = {
  sha256: async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};
