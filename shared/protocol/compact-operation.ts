import type { Sighting } from '../domain/sighting.ts';
import type { Touch } from '../domain/touch.ts';
import type { Change, RegisterChange } from '../sync/change.ts';
import { makeStamp, type Stamp, stampMs } from '../sync/stamp.ts';
import type { Command, Operation } from './operation.ts';

/** Milliseconds where the counter is 0, else `<ms>-<counter>`: the device is the one that sends. Another device's is whole. */
export type CompactStamp = number | string;

type CompactDrop = Record<string, Record<string, CompactStamp[]>>;

/** [kind, id, rank (0 page, 1 person), set, add, drop]: what is absent is 0, and at the end left out. */
export type CompactRegisterChange = [
  on: RegisterChange['on'],
  id: string,
  rank: 0 | 1,
  set?: NonNullable<RegisterChange['set']> | 0,
  add?: NonNullable<RegisterChange['add']> | 0,
  drop?: CompactDrop | 0,
];
export type CompactChange =
  | CompactRegisterChange
  | [on: 'touch', id: string, fact: Touch]
  | [on: 'sighting', id: string, fact: Sighting];

/** An operation as version 3 sends it: a write holds a list of changes, a command itself. */
export type CompactOperation = [id: string, stamp: CompactStamp, does: CompactChange[] | Command];

export function compactStamp(stamp: Stamp, device: string): CompactStamp {
  if (stamp.slice(18) !== device) return stamp;
  return stamp.slice(13, 17) === '0000' ? stampMs(stamp) : stamp.slice(0, 17);
}

/** The whole stamp, or whatever came where it is none: the schema refuses that. */
export function expandStamp(compact: unknown, device: string): unknown {
  if (typeof compact === 'number') return makeStamp(compact, 0, device);
  return typeof compact === 'string' && compact.length === 17 ? `${compact}-${device}` : compact;
}

export function compactChange(change: Change, device: string): CompactChange {
  if (change.on === 'touch') return [change.on, change.id, change.fact];
  if (change.on === 'sighting') return [change.on, change.id, change.fact];
  const { on, id, rank, set, add, drop } = change;
  const compact: CompactRegisterChange = [on, id, rank === 'page' ? 0 : 1];
  if (set !== undefined || add !== undefined || drop !== undefined) compact.push(set ?? 0);
  if (add !== undefined || drop !== undefined) compact.push(add ?? 0);
  if (drop !== undefined) compact.push(mapTags(drop, (tag) => compactStamp(tag, device)));
  return compact;
}

/** Null where it cannot be one. What it then holds is not checked: `changeSchema` is for that. */
export function expandChange(compact: unknown, device: string): unknown {
  if (!Array.isArray(compact) || compact.length > 6) return null;
  const [on, id, third, set, add, drop] = compact as unknown[];
  if (on === 'touch' || on === 'sighting') return compact.length === 3 ? { on, id, fact: third } : null;
  const change: Record<string, unknown> = {
    on,
    id,
    rank: third === 0 ? 'page' : third === 1 ? 'person' : null,
  };
  if (set !== undefined && set !== 0) change.set = set;
  if (add !== undefined && add !== 0) change.add = add;
  if (drop !== undefined && drop !== 0) change.drop = expandTags(drop, device);
  return change;
}

/** `device`: the one that sends it, whose name need not be said in its stamps. */
export function compactOperation(operation: Operation, device: string): CompactOperation {
  const { id, stamp } = operation;
  const does =
    operation.type === 'write'
      ? operation.changes.map((change) => compactChange(change, device))
      : operation.command;
  return [id, compactStamp(stamp, device), does];
}

/** What `operationSchema` is then asked about; null where it cannot be an operation. */
export function expandOperation(compact: unknown, device: string): unknown {
  if (!Array.isArray(compact) || compact.length !== 3) return null;
  const [id, short, does] = compact as unknown[];
  const stamp = expandStamp(short, device);
  if (!Array.isArray(does)) return { type: 'command', id, stamp, command: does };
  return { type: 'write', id, stamp, changes: does.map((change) => expandChange(change, device)) };
}

function expandTags(drop: unknown, device: string): unknown {
  if (!isObject(drop) || !Object.values(drop).every(isTagged)) return drop;
  return mapTags(drop as Record<string, Record<string, unknown[]>>, (tag) => expandStamp(tag, device));
}

function mapTags<A, B>(
  drop: Record<string, Record<string, A[]>>,
  map: (tag: A) => B,
): Record<string, Record<string, B[]>> {
  return Object.fromEntries(
    Object.entries(drop).map(([set, values]) => [
      set,
      Object.fromEntries(Object.entries(values).map(([value, tags]) => [value, tags.map(map)])),
    ]),
  );
}

function isTagged(values: unknown): boolean {
  return isObject(values) && Object.values(values).every(Array.isArray);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
