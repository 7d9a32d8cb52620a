import type { Store } from '../storage/store.ts';

/** A row that went: its number, and the day (UTC, since 1970) on which it did. */
export type Gone = { id: string; seq: number; day: number };

export function countGone(store: Store): number {
  return store.rows<[n: number]>('SELECT count(*) FROM rec WHERE gone > 0')[0]?.[0] ?? 0;
}

export function oldestGone(store: Store, most: number): Gone[] {
  return store
    .rows<[id: string, seq: number, day: number]>(
      'SELECT id, seq, gone FROM rec WHERE gone > 0 ORDER BY seq, id LIMIT ? + 0',
      most,
    )
    .map(([id, seq, day]) => ({ id, seq, day }));
}

/** Takes the rows themselves away. That there was such an id is kept for good: a few bytes, and nothing of what it said. */
export function buryOldest(store: Store, rows: readonly Gone[]): void {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  store.write(
    'INSERT OR IGNORE INTO grave (id, kind) SELECT id, kind FROM rec WHERE id IN (SELECT value FROM json_each(?))',
    ids,
  );
  store.write('DELETE FROM rec WHERE id IN (SELECT value FROM json_each(?))', ids);
}

/** Those of these ids that are buried, with what they were. */
export function buriedAmong(store: Store, ids: readonly string[]): [id: string, kind: string][] {
  return store.rows(
    'SELECT id, kind FROM grave WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
}
