import type { Change } from './change.ts';
import { type PackedState, packState } from './packed-state.ts';
import type { RecordState } from './row.ts';
import type { Stamp } from './stamp.ts';

/**
 * What `packState` would make of a record after its first change, decided as given: but without making the record, since most of
 * what an import brings is written once and then only stored. Null for what is better left to `applyChange`: removals of what
 * was never there.
 */
export function packFirst(
  change: Change,
  stamp: Stamp,
  decided: NonNullable<RecordState['decided']>,
): PackedState | null {
  if (change.on === 'touch' || change.on === 'sighting') return packState({ fact: change.fact, decided });
  if (change.drop !== undefined) return null;
  const sets: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(change.add ?? {})) {
    sets[name] = values.length > 1 ? [...new Set(values)] : values;
  }
  return [stamp, change.rank === 'person' ? 1 : 0, change.set ?? {}, sets, { decided }];
}
