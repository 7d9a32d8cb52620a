import * as v from 'valibot';
import { type Touch, type TouchDecided, touchDecided, touchSchema } from '../../../../shared/domain/touch.ts';
import type { Store } from '../storage/store.ts';
import type { Reading } from './pool.ts';

export type HeldTouch = { id: string; fact: Touch; decided: TouchDecided };

/** The touch in the pool, parsed; null where there is none or its content was erased. */
export function touchIn(pool: Reading, id: string): HeldTouch | null {
  const held = pool.get(id);
  if (held === null || held.kind !== 'touch' || held.gone) return null;
  return {
    id,
    fact: v.parse(touchSchema, held.state.fact),
    decided: v.parse(touchDecided, held.state.decided),
  };
}

const named = v.object({ id: v.string() });
const counted = v.object({ n: v.number() });
/** Every touch linked to `root`, without `root`. The pool must have been flushed. */
export function linkedTo(store: Store, root: string): string[] {
  return store
    .read(named, "SELECT id FROM rec WHERE touch = ? AND kind = 'touch'", root)
    .map((row) => row.id);
}

/** The evidence that was read off a touch. The pool must have been flushed. */
export function sightingsOf(store: Store, touch: string): string[] {
  return store
    .read(named, "SELECT id FROM rec WHERE touch = ? AND kind = 'sighting'", touch)
    .map((row) => row.id);
}

export function setApart(store: Store, a: string, b: string): void {
  const [one, other] = a < b ? [a, b] : [b, a];
  store.write('INSERT OR IGNORE INTO touch_apart (one, other) VALUES (?, ?)', one, other);
}

/** Whether a person said that some touch of `these` is not the same contact as some touch of `those`. */
export function areApart(store: Store, these: readonly string[], those: readonly string[]): boolean {
  const found = store.read(
    counted,
    `SELECT count(*) AS n FROM touch_apart, json_each(?1) AS a, json_each(?2) AS b
     WHERE (one = a.value AND other = b.value) OR (one = b.value AND other = a.value)`,
    JSON.stringify(these),
    JSON.stringify(those),
  );
  return (found[0]?.n ?? 0) > 0;
}
