import * as v from 'valibot';
import { ownEntry } from './own-entry.ts';
import { type Stamp, stampSchema } from './stamp.ts';

export const observedSetSchema = v.record(v.string(), v.array(stampSchema));

/**
 * An observed-remove set: a value is in while one of its add tags lives. A removal names the tags it saw, so an addition
 * made at the same time elsewhere survives. Tags need no tombstones here: the server applies each operation exactly once.
 */
export type ObservedSet = Record<string, Stamp[]>;

/**
 * The set with these values tagged; itself where nothing is new. `again`: a value that is in gets a further tag. Copied once for
 * all values, since an import adds many at a time.
 */
export function addToSet(
  set: ObservedSet,
  values: readonly string[],
  stamp: Stamp,
  again: boolean,
): ObservedSet {
  let after = set;
  for (const value of values) {
    const tags = ownEntry(after, value);
    if (tags !== undefined && (!again || tags.includes(stamp))) continue;
    const more = tags === undefined ? [stamp] : [...tags, stamp];
    // Assigned like the others, this one name would become the prototype.
    if (after === set || value === '__proto__') after = { ...after, [value]: more };
    else after[value] = more;
  }
  return after;
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
