import * as v from 'valibot';
import { type Touch, type TouchDecided, touchDecided, touchSchema } from '../../../../shared/domain/touch.ts';
import { weakWindowMs } from '../../../../shared/identity/match-keys.ts';
import { isSameContact } from '../../../../shared/identity/same-contact.ts';
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
const withheldRow = v.object({ key: v.string(), at: v.number(), strong: v.nullable(v.string()) });

// The two kinds of key share one table; a prefix keeps them apart.
const strongKey = (key: string) => `s${key}`;
const weakKey = (key: string) => `w${key}`;

type Keyed = { id: string; fact: Touch };

export function insertTouchKeys(store: Store, { id, fact }: Keyed): void {
  const sql = 'INSERT INTO touch_key (key, touch, at) VALUES (?, ?, ?)';
  if (fact.strong !== null) store.write(sql, strongKey(fact.strong), id, fact.at);
  if (fact.weak !== null) store.write(sql, weakKey(fact.weak), id, fact.at);
}

export function dropTouchKeys(store: Store, { id, fact }: Keyed): void {
  const sql = 'DELETE FROM touch_key WHERE key = ? AND touch = ?';
  if (fact.strong !== null) store.write(sql, strongKey(fact.strong), id);
  if (fact.weak !== null) store.write(sql, weakKey(fact.weak), id);
}

export function withStrongKey(store: Store, strong: string): string[] {
  const sql = 'SELECT touch AS id FROM touch_key WHERE key = ?';
  return store.read(named, sql, strongKey(strong)).map((row) => row.id);
}

/** Touches with this weak key whose time lies within the window, nearest first. */
export function withWeakKey(store: Store, weak: string, at: number): string[] {
  const sql =
    'SELECT touch AS id FROM touch_key WHERE key = ? AND at BETWEEN ? AND ? ORDER BY abs(at - ?), touch';
  return store.read(named, sql, weakKey(weak), at - weakWindowMs, at + weakWindowMs, at).map((row) => row.id);
}

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

/** Remembers that this touch lost its last witness: nobody's device captures it again. */
export function withhold(store: Store, { fact }: Keyed): void {
  const sql = 'INSERT OR IGNORE INTO touch_withheld (key, at, strong) VALUES (?, ?, ?)';
  if (fact.strong !== null) store.write(sql, strongKey(fact.strong), 0, fact.strong);
  if (fact.weak !== null) store.write(sql, weakKey(fact.weak), fact.at, fact.strong);
}

/** By the same rule by which touches are linked. */
export function isWithheld(store: Store, { strong, weak, at }: Touch): boolean {
  const keys = [strong === null ? '' : strongKey(strong), weak === null ? '' : weakKey(weak)];
  return store
    .read(withheldRow, 'SELECT key, at, strong FROM touch_withheld WHERE key IN (?, ?)', ...keys)
    .some((row) =>
      isSameContact(
        { strong, weak, at },
        { ...row, weak: row.key.startsWith('w') ? row.key.slice(1) : null },
      ),
    );
}
