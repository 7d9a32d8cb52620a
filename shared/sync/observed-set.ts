import * as v from 'valibot';
import { ownEntry } from './own-entry.ts';
import { type Stamp, stampSchema } from './stamp.ts';

export const observedSetSchema = v.record(v.string(), v.array(stampSchema));

/**
 * An observed-remove set: a value is in while one of its add tags lives. A removal names the tags it saw, so an addition
 * made at the same time elsewhere survives. Tags need no tombstones here: the server applies each operation exactly once.
 */
export type ObservedSet = Record<string, Stamp[]>;

export function addToSet(set: ObservedSet, value: string, stamp: Stamp): ObservedSet {
  const tags = ownEntry(set, value);
  if (tags === undefined) return { ...set, [value]: [stamp] };
  return tags.includes(stamp) ? set : { ...set, [value]: [...tags, stamp] };
}

export function dropFromSet(set: ObservedSet, value: string, seen: readonly Stamp[]): ObservedSet {
  const tags = ownEntry(set, value);
  if (tags === undefined) return set;
  const left = tags.filter((tag) => !seen.includes(tag));
  if (left.length === tags.length) return set;
  const { [value]: _dropped, ...rest } = set;
  return left.length === 0 ? rest : { ...rest, [value]: left };
}

export function setValues(set: ObservedSet | undefined): string[] {
  return set === undefined ? [] : Object.keys(set);
}
