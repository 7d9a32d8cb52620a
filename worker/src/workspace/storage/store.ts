import type * as v from 'valibot';

export type SqlValue = string | number | null;

/** What a transaction may return: anything but a promise, so that nothing can be awaited while it is open. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** One workspace's SQLite database. Every value goes in as a binding; SQL texts are constants of this program. */
export type Store = {
  /** All rows that the query gives, each parsed: a row was perhaps written by older code. Throws where one does not fit. */
  read<S extends v.GenericSchema>(row: S, sql: string, ...values: SqlValue[]): v.InferOutput<S>[];
  write(sql: string, ...values: SqlValue[]): void;
  /** Runs `work` and commits; where it throws, nothing of it stays and the error goes on. */
  transaction<T>(work: () => Synchronous<T>): T;
};
