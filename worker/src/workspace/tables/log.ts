import type { Store } from '../storage/store.ts';

/**
 * Where the pool stands. `seq`: its newest number. `live`: rows that are not gone. `entries`: ids in the whole log; those beyond
 * the rows that there are have moved on and wait for compaction.
 */
export type Head = { seq: number; live: number; entries: number };

export function readHead(store: Store): Head {
  const [newest] = store.rows<[seq: number, live: number, entries: number]>(
    'SELECT seq, live, entries FROM log ORDER BY seq DESC LIMIT 1',
  );
  if (newest === undefined) return { seq: 0, live: 0, entries: 0 };
  const [seq, live, entries] = newest;
  return { seq, live, entries };
}

/** `ids`: of the rows that now have the head's number. */
export function appendLog(store: Store, { seq, live, entries }: Head, ids: readonly string[]): void {
  store.write(
    'INSERT INTO log (seq, n, live, entries, ids) VALUES (?, ?, ?, ?, ?)',
    seq,
    ids.length,
    live,
    entries,
    JSON.stringify(ids),
  );
}

export type LogRow = [seq: number, n: number];

/** How many ids each number after `since` has, oldest first. */
export function logAfter(store: Store, since: number, most: number): LogRow[] {
  return store.rows<LogRow>('SELECT seq, n FROM log WHERE seq > ? ORDER BY seq LIMIT ? + 0', since, most);
}

/** The newest numbers, the newest first. */
export function logNewest(store: Store, most: number): LogRow[] {
  return store.rows<LogRow>('SELECT seq, n FROM log ORDER BY seq DESC LIMIT ? + 0', most);
}

/** The ids of each of these numbers, which follow each other, that have not moved on since. */
export function aliveIn(store: Store, numbers: readonly LogRow[]): Map<number, string[]> {
  const alive = new Map<number, string[]>();
  const found = store.rows<[seq: number, id: string]>(
    `SELECT log.seq, rec.id
     FROM log CROSS JOIN json_each(log.ids) AS one CROSS JOIN rec ON rec.id = one.value AND rec.seq = log.seq
     WHERE log.seq BETWEEN ? AND ?`,
    numbers[0]?.[0] ?? 0,
    numbers.at(-1)?.[0] ?? 0,
  );
  for (const [seq, id] of found) {
    const ids = alive.get(seq);
    if (ids === undefined) alive.set(seq, [id]);
    else ids.push(id);
  }
  return alive;
}

export function dropLog(store: Store, seq: number): void {
  store.write('DELETE FROM log WHERE seq = ?', seq);
}

export function rewriteLog(store: Store, seq: number, ids: readonly string[]): void {
  store.write('UPDATE log SET n = ?, ids = ? WHERE seq = ?', ids.length, JSON.stringify(ids), seq);
}

/** `newest`: the number of the newest row, which alone says it. */
export function noteEntries(store: Store, newest: number, entries: number): void {
  store.write('UPDATE log SET entries = ? WHERE seq = ?', entries, newest);
}
