import type { RecordKind } from '../../../../shared/domain/records.ts';
import type { Store } from '../storage/store.ts';
import type { LogRow } from './log.ts';

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
    .map(pooledRow);
}

/** Rows in the order of their ids. */
export function rowsAfter(store: Store, id: string, most: number): PooledRow[] {
  return store
    .rows<Columns>(
      'SELECT id, kind, seq, gone, hidden, data FROM rec WHERE id > ? ORDER BY id LIMIT ? + 0',
      id,
      most,
    )
    .map(pooledRow);
}

/** Rows whose ids begin with one of these. */
export function rowsBeginningWith(store: Store, beginnings: readonly string[], most: number): PooledRow[] {
  // '~' comes after every character of an id; CROSS JOIN makes each beginning a search of its own in the table's key
  return store
    .rows<Columns>(
      `SELECT rec.id, rec.kind, rec.seq, rec.gone, rec.hidden, rec.data FROM json_each(?) AS one
       CROSS JOIN rec ON rec.id >= one.value AND rec.id < one.value || '~' LIMIT ? + 0`,
      JSON.stringify(beginnings),
      most,
    )
    .map(pooledRow);
}

function pooledRow([id, kind, seq, gone, hidden, data]: Columns): PooledRow {
  return { id, kind, seq, gone: gone > 0, hidden, data };
}
