import type { Change, RegisterChange } from './change.ts';
import { clampStamp, type Stamp } from './stamp.ts';

/** A tag that was set ahead of its time is held under the time it was set to, so a removal must name it likewise. */
export function clampTags(change: Change, now: number): Change {
  if (change.on === 'touch' || change.on === 'sighting' || change.drop === undefined) return change;
  const clamp = (tags: readonly Stamp[]) => tags.map((tag) => clampStamp(tag, now));
  const drop: NonNullable<RegisterChange['drop']> = {};
  for (const [set, values] of Object.entries(change.drop)) {
    drop[set] = Object.fromEntries(Object.entries(values).map(([value, tags]) => [value, clamp(tags)]));
  }
  return { ...change, drop };
}
