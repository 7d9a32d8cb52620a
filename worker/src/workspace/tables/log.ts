import type { RecordKind } from '../../../../shared/domain/records.ts';
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
  return store.rows<LogRow>('SELECT seq, n FROM log WHERE seq > ? ORDER BY seq LIMIT ?', since, most);
}

/** The newest numbers, the newest first. */
export function logNewest(store: Store, most: number): LogRow[] {
  return store.rows<LogRow>('SELECT seq, n FROM log ORDER BY seq DESC LIMIT ?', most);
}

/** A row of the pool as it is stored: `data` is its state, packed or as older versions wrote it. */
export type PooledRow = {
  id: string;
  kind: RecordKind;
  seq: number;
  gone: boolean;
  hidden: string | null;
  data: string;
};

type Columns = [id: string, kind: RecordKind, seq: number, gone: number, hidden: string | null, data: string];

/** The rows that have these numbers, which follow each other, in their order: what moved on since has another. */
export function rowsOf(store: Store, numbers: readonly LogRow[]): PooledRow[] {
  const [first] = numbers;
  if (first === undefined) return [];
  // CROSS JOIN keeps the order in which SQLite walks the tables: from the log to the rows.
  return store
    .rows<Columns>(
      `SELECT rec.id, rec.kind, rec.seq, rec.gone, rec.hidden, rec.data
       FROM log CROSS JOIN json_each(log.ids) AS one CROSS JOIN rec ON rec.id = one.value AND rec.seq = log.seq
       WHERE log.seq BETWEEN ? AND ? ORDER BY log.seq`,
      first[0],
      numbers.at(-1)?.[0] ?? first[0],
    )
    .map(([id, kind, seq, gone, hidden, data]) => ({ id, kind, seq, gone: gone > 0, hidden, data }));
}
