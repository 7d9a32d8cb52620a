import type { Change } from '../../shared/sync/change.ts';
import type { PackedRow } from '../../shared/sync/packed-row.ts';
import { type PackedState, unpackState } from '../../shared/sync/packed-state.ts';

/**
 * What a record can be found by before it lies in the indexed tables, as 32-bit numbers: small, and never a miss; whoever finds
 * one looks into the record whether it was the right one. A record has a key for itself (`ownKey`), and others for what it holds.
 */
export type RecordKey = number;

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const digitOf = new Uint8Array(128);
for (let i = 0; i < digits.length; i += 1) digitOf[digits.charCodeAt(i)] = i;

/** The first 30 bits of an id: ids are evenly spread, and records that come in the order of their ids keep it. Never 0. */
export function ownKey(id: string): RecordKey {
  let key = 0;
  for (let i = 0; i < 6; i += 1) key = key * 32 + (digitOf[id.charCodeAt(i) & 127] as number);
  return key + 1;
}

/** For records that speak of another one. */
export function aboutKey(id: string): RecordKey {
  return spread(id, 0x9e3779b1);
}

/** For addresses, domains and match keys. */
export function heldKey(value: string): RecordKey {
  return spread(value, 0x811c9dc5);
}

/** FNV-1a with a start of its own for each use. */
function spread(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** What a row can be found by beside its id. Its shape has been checked; what a fact holds beyond it gives no key. */
export function keysOfRow([kind, , , state]: PackedRow): RecordKey[] {
  const keys: RecordKey[] = [];
  if (state === undefined) return keys;
  if (kind === 'person') hold(keys, valuesIn(state, 'emails'));
  else if (kind === 'account') hold(keys, valuesIn(state, 'domains'));
  else if (kind === 'affiliation') {
    const { fields } = unpackState(state);
    about(keys, [fields?.person?.value, fields?.account?.value]);
  } else if (kind === 'note') {
    about(keys, [unpackState(state).fields?.about?.value]);
  } else if (!Array.isArray(state)) {
    factKeys(keys, state.fact);
    about(keys, [state.decided?.link]);
  }
  return keys;
}

/** As unpacking would give them, without unpacking all else. */
function valuesIn(state: PackedState, name: string): string[] {
  if (!Array.isArray(state)) return Object.keys(state.sets?.[name] ?? {});
  const sets = state[3];
  const set = sets !== 0 && Object.hasOwn(sets, name) ? (sets[name] ?? []) : [];
  return set.map((entry) => (typeof entry === 'string' ? entry : entry[0]));
}

/** What the record of a change can be found by once the change is laid on it, beside its id. */
export function keysOfChange(change: Change): RecordKey[] {
  const keys: RecordKey[] = [];
  if (change.on === 'touch' || change.on === 'sighting') {
    factKeys(keys, change.fact);
    return keys;
  }
  hold(keys, change.add?.emails ?? []);
  hold(keys, change.add?.domains ?? []);
  about(keys, [change.set?.person, change.set?.account, change.set?.about]);
  return keys;
}

type SomeFact = {
  people?: unknown;
  accounts?: unknown;
  strong?: unknown;
  weak?: unknown;
  keep?: unknown;
  other?: unknown;
};

function factKeys(keys: RecordKey[], fact: unknown): void {
  if (!(fact instanceof Object)) return;
  const { people, accounts, strong, weak, keep, other } = fact as SomeFact;
  if (Array.isArray(people))
    for (const one of people) about(keys, [(one as { person?: unknown } | null)?.person]);
  if (Array.isArray(accounts)) about(keys, accounts);
  about(keys, [keep, other]);
  hold(keys, [strong, weak]);
}

function about(keys: RecordKey[], ids: readonly unknown[]): void {
  for (const id of ids) if (typeof id === 'string') keys.push(aboutKey(id));
}

function hold(keys: RecordKey[], values: readonly unknown[]): void {
  for (const value of values) if (typeof value === 'string') keys.push(heldKey(value));
}
