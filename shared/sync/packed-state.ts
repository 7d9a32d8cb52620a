import type { ObservedSet } from './observed-set.ts';
import type { Rank, Register } from './register.ts';
import type { RecordState } from './row.ts';
import type { Stamp } from './stamp.ts';

/** A field's value where stamp and rank are the record's own; else what differs; or, where it holds more, as it is. */
type PackedRegister = string | [value: string, stamp: Stamp | 0, rank: 0 | 1] | Register;

/** A set's values in their order: alone where the record's own stamp is the only tag. */
type PackedSet = (string | [value: string, tags: Stamp[]])[];

/**
 * A record with registers, its most frequent stamp and rank said once: [stamp, rank (0 page, 1 person), fields, sets, all else].
 * Fields or sets that are absent, and not merely empty, are 0.
 */
type PackedRegisters = [
  stamp: Stamp,
  rank: 0 | 1,
  fields: Record<string, PackedRegister> | 0,
  sets: Record<string, PackedSet> | 0,
  rest?: Omit<RecordState, 'fields' | 'sets'>,
];

/**
 * A record's state as it is stored, sent from version 3 on, and kept by devices. Where nothing can be said shorter, and in what
 * older versions stored, it is the state itself: an object where the packed form is an array.
 */
export type PackedState = PackedRegisters | RecordState;

const ranks: readonly Rank[] = ['page', 'person'];

/** Loses nothing, unknown names included. Pure. */
export function packState(state: RecordState): PackedState {
  const { fields, sets, ...rest } = state;
  if (fields === undefined && sets === undefined) return state;
  const stamp = mostFrequent(stampsOf(fields, sets));
  const person = Object.values(fields ?? {}).filter(({ rank }) => rank === 'person').length;
  const rank = person * 2 > Object.keys(fields ?? {}).length ? 1 : 0;
  const packedFields: Record<string, PackedRegister> = {};
  for (const [name, register] of Object.entries(fields ?? {})) {
    if (name === '__proto__') return state;
    packedFields[name] = packRegister(register, stamp, rank);
  }
  const packedSets: Record<string, PackedSet> = {};
  for (const [name, set] of Object.entries(sets ?? {})) {
    if (name === '__proto__' || Object.hasOwn(set, '__proto__')) return state;
    packedSets[name] = Object.entries(set).map(([value, tags]) =>
      tags.length === 1 && tags[0] === stamp ? value : [value, tags],
    );
  }
  const packed: PackedRegisters = [
    stamp,
    rank,
    fields === undefined ? 0 : packedFields,
    sets === undefined ? 0 : packedSets,
  ];
  if (Object.keys(rest).length > 0) packed.push(rest);
  return packed;
}

export function unpackState(packed: PackedState): RecordState {
  if (!Array.isArray(packed)) return packed;
  const [stamp, rank, packedFields, packedSets, rest] = packed;
  const state: RecordState = {};
  if (packedFields !== 0) {
    const fields: Record<string, Register> = {};
    for (const name of Object.keys(packedFields)) {
      fields[name] = unpackRegister(packedFields[name] as PackedRegister, stamp, rank);
    }
    state.fields = fields;
  }
  if (packedSets !== 0) {
    const sets: Record<string, ObservedSet> = {};
    for (const name of Object.keys(packedSets)) {
      const set: ObservedSet = {};
      for (const entry of packedSets[name] as PackedSet) {
        if (typeof entry === 'string') set[entry] = [stamp];
        else set[entry[0]] = entry[1];
      }
      sets[name] = set;
    }
    state.sets = sets;
  }
  return rest === undefined ? state : Object.assign(state, rest);
}

/** Written by hand, and not as a schema: it is asked for each row of a bootstrap, where schemas take most of the time. */
export function isPackedState(value: unknown): value is PackedState {
  if (!Array.isArray(value)) return isPlain(value);
  if (value.length < 4 || value.length > 5) return false;
  const [stamp, rank, fields, sets, rest] = value as unknown[];
  if (typeof stamp !== 'string' || (rank !== 0 && rank !== 1)) return false;
  if (fields !== 0 && !(isObject(fields) && Object.values(fields).every(isPackedRegister))) return false;
  if (sets !== 0 && !(isObject(sets) && Object.values(sets).every(isPackedSet))) return false;
  return rest === undefined || isPlain(rest);
}

function packRegister(register: Register, stamp: Stamp, rank: 0 | 1): PackedRegister {
  const own = ranks.indexOf(register.rank);
  if (own === -1 || Object.keys(register).length !== 3) return register;
  const same = register.stamp === stamp;
  return same && own === rank
    ? register.value
    : [register.value, same ? 0 : register.stamp, own === 0 ? 0 : 1];
}

function unpackRegister(packed: PackedRegister, stamp: Stamp, rank: 0 | 1): Register {
  if (typeof packed === 'string') return { value: packed, stamp, rank: ranks[rank] as Rank };
  if (!Array.isArray(packed)) return packed;
  return { value: packed[0], stamp: packed[1] === 0 ? stamp : packed[1], rank: ranks[packed[2]] as Rank };
}

function stampsOf(fields: RecordState['fields'], sets: RecordState['sets']): Stamp[] {
  const stamps: Stamp[] = [];
  if (fields !== undefined) for (const { stamp } of Object.values(fields)) stamps.push(stamp);
  if (sets !== undefined) {
    for (const set of Object.values(sets)) for (const tags of Object.values(set)) stamps.push(...tags);
  }
  return stamps;
}

function mostFrequent(stamps: readonly Stamp[]): Stamp {
  const [first = ''] = stamps;
  if (stamps.every((stamp) => stamp === first)) return first;
  const counts = new Map<Stamp, number>();
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { fields, sets, decided } = value;
  return (
    (fields === undefined || (isObject(fields) && Object.values(fields).every(isRegister))) &&
    (sets === undefined || (isObject(sets) && Object.values(sets).every(isSet))) &&
    (decided === undefined || isObject(decided))
  );
}

function isRegister(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.value === 'string' &&
    typeof value.stamp === 'string' &&
    (value.rank === 'page' || value.rank === 'person')
  );
}

function isSet(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isTags);
}

function isTags(value: unknown): boolean {
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string');
}

function isPackedRegister(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (!Array.isArray(value)) return isRegister(value);
  const [text, stamp, rank] = value as unknown[];
  return (
    value.length === 3 &&
    typeof text === 'string' &&
    (stamp === 0 || typeof stamp === 'string') &&
    (rank === 0 || rank === 1)
  );
}

function isPackedSet(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPackedEntry);
}

function isPackedEntry(entry: unknown): boolean {
  if (typeof entry === 'string') return true;
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && isTags(entry[1]);
}
