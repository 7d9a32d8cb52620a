import * as v from 'valibot';
import { accountDecided, accountFields, accountSets } from './account.ts';
import { affiliationFields, affiliationSets } from './affiliation.ts';
import { memberSchema } from './member.ts';
import { noteDecided, noteFields, noteSets } from './note.ts';
import { pairSchema } from './pair.ts';
import { personFields, personSets } from './person.ts';
import { policySchema } from './policy.ts';
import { sightingDecided, sightingSchema } from './sighting.ts';
import { touchDecided, touchSchema } from './touch.ts';

/** Records that people and pages change field by field. */
export const registerKinds = {
  account: { fields: accountFields, sets: accountSets, decided: accountDecided },
  person: { fields: personFields, sets: personSets, decided: v.object({}) },
  affiliation: { fields: affiliationFields, sets: affiliationSets, decided: v.object({}) },
  note: { fields: noteFields, sets: noteSets, decided: noteDecided },
} as const;
export type RegisterKind = keyof typeof registerKinds;

/** Evidence: written once, never changed. */
export const evidenceKinds = {
  touch: { fact: touchSchema, decided: touchDecided },
  sighting: { fact: sightingSchema, decided: sightingDecided },
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

/** Records that the server alone writes. */
export const decidedKinds = { member: memberSchema, policy: policySchema, pair: pairSchema } as const;
export type DecidedKind = keyof typeof decidedKinds;

export type RecordKind = RegisterKind | EvidenceKind | DecidedKind;
export const recordKinds = [
  'account',
  'person',
  'affiliation',
  'touch',
  'sighting',
  'member',
  'policy',
  'pair',
  'note',
] as const satisfies readonly RecordKind[];

/** Kinds that the first version did not know → the version of the protocol from which a device is sent them. */
export const kindsSince: Partial<Record<RecordKind, number>> = { pair: 2, note: 3 };
