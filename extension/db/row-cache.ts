import type { Database } from './database.ts';

/**
 * Small rows that are asked for again and again, kept in memory with the mark under which the database holds them. A mark is
 * written with the rows and never used twice, in no context and by no transaction that was undone: so what is kept is
 * right where the mark is the same, and is not looked at where it is not.
 */
export type Mark = string;

const context = crypto.randomUUID().slice(0, 13);
let given = 0;

export function newMark(): Mark {
  given += 1;
  return `${context}.${given}`;
}

type Kept<R> = { mark: Mark; rows: readonly R[] };

/** States of one table: the last that was committed, and what transactions that may still be undone made of it. */
const statesKept = 4;

export type RowCache<R> = {
  rows(db: Database, mark: Mark, load: () => PromiseLike<R[]>): Promise<readonly R[]>;
  keep(db: Database, mark: Mark, rows: readonly R[]): void;
};

export function rowCache<R>(): RowCache<R> {
  const states = new WeakMap<Database, Kept<R>[]>();
  const keep = (db: Database, mark: Mark, rows: readonly R[]) => {
    states.set(db, [{ mark, rows }, ...(states.get(db) ?? [])].slice(0, statesKept));
  };
  return {
    keep,
    rows: async (db, mark, load) => {
      const kept = states.get(db)?.find((state) => state.mark === mark);
      if (kept !== undefined) return kept.rows;
      const rows = await load();
      keep(db, mark, rows);
      return rows;
    },
  };
}
