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

/**
 * What the last writes changed, in their order: the mark that stood before each, and the numbers of the rows that it wrote or
 * deleted. Another context that holds one of these marks then reads those rows alone.
 */
export type History = (readonly [before: Mark, changed: readonly number[]])[];

const mostWrites = 32;
const mostChanged = 200;

/** The history once one more write has changed these rows. */
export function withWrite(history: History, before: Mark, changed: readonly number[]): History {
  const longer: History = [...history, [before, changed]];
  const kept = longer.slice(-mostWrites);
  const count = () => kept.reduce((sum, [, numbers]) => sum + numbers.length, 0);
  while (kept.length > 0 && count() > mostChanged) kept.shift();
  return kept;
}

type Kept<R> = { mark: Mark; rows: readonly R[] };

/** States of one table: the last that was committed, and what transactions that may still be undone made of it. */
const statesKept = 4;

export type RowCache<R> = {
  /** `load` reads all rows in the order of their numbers, or those of these numbers that there are. */
  rows(
    db: Database,
    state: { mark: Mark; history?: History },
    load: (numbers: readonly number[] | null) => PromiseLike<R[]>,
  ): Promise<readonly R[]>;
  keep(db: Database, mark: Mark, rows: readonly R[]): void;
};

/** `again`: what stands for a row that was read again, which may share with what it was. */
export function rowCache<R extends { n: number }>(
  again: (before: R, after: R) => R = (_, after) => after,
): RowCache<R> {
  const states = new WeakMap<Database, Kept<R>[]>();
  const keep = (db: Database, mark: Mark, rows: readonly R[]) => {
    states.set(db, [{ mark, rows }, ...(states.get(db) ?? [])].slice(0, statesKept));
  };
  const update = (rows: readonly R[], numbers: ReadonlySet<number>, read: readonly R[]): R[] => {
    const before = new Map(rows.filter(({ n }) => numbers.has(n)).map((row) => [row.n, row]));
    const fresh = read.map((row) => {
      const earlier = before.get(row.n);
      return earlier === undefined ? row : again(earlier, row);
    });
    return [...rows.filter(({ n }) => !numbers.has(n)), ...fresh].sort((a, b) => a.n - b.n);
  };
  return {
    keep,
    rows: async (db, { mark, history = [] }, load) => {
      const held = (before: Mark) => states.get(db)?.find((state) => state.mark === before);
      const kept = held(mark);
      if (kept !== undefined) return kept.rows;
      const from = history.findLastIndex(([before]) => held(before) !== undefined);
      const earlier = from === -1 ? undefined : held(history[from]?.[0] ?? '');
      const numbers = new Set(history.slice(from).flatMap(([, changed]) => changed));
      const rows =
        earlier === undefined ? await load(null) : update(earlier.rows, numbers, await load([...numbers]));
      keep(db, mark, rows);
      return rows;
    },
  };
}
