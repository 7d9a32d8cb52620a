import type * as v from 'valibot';

export type SqlValue = string | number | null;

/** What a transaction may return: anything but a promise, so that nothing can be awaited while it is open. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * One workspace's SQLite database. Every value goes in as a binding; SQL texts are constants of this program. They say `LIMIT ? + 0`:
 * SQLite plans by what a bare `LIMIT ?` is bound to, and so prepares such a statement again each time that it is run.
 */
export type Store = {
  /** All rows that the query gives, each parsed: a row was perhaps written by older code. Throws where one does not fit. */
  read<S extends v.GenericSchema>(row: S, sql: string, ...values: SqlValue[]): v.InferOutput<S>[];
  /**
   * All rows as lists of their columns, unparsed: where thousands are read and a schema for each would cost more than reading
   * them. Whoever asks says what the columns are, by the table's own constraints.
   */
  rows<Columns extends SqlValue[]>(sql: string, ...values: SqlValue[]): Columns[];
  /** Prepared once, however often the same text is written. */
  write(sql: string, ...values: SqlValue[]): void;
  /** Runs `work` and commits; where it throws, nothing of it stays and the error goes on. */
  transaction<T>(work: () => Synchronous<T>): T;
};
