import { DatabaseSync, type StatementSync } from 'node:sqlite';
import * as v from 'valibot';
import type { SqlValue, Store, Synchronous } from '../../../worker/src/workspace/storage/store.ts';

import { readCache } from './read-cache.ts';

/** The process of the object ended in the middle of a transaction. */
export class Killed extends Error {}

export type SqliteStore = Store & {
  /** After so many more writes the process dies; null: it lives. */
  killIn: number | null;
  /** Rows that are written are counted, whatever comes of them. */
  writes: number;
  /** From here on everything can be taken back at once. */
  mark(): void;
  toMark(): void;
  /** The same within a run: a backup, of which there is one, and what setting back to it leaves. */
  backUp(): void;
  restore(): void;
};

/**
 * A workspace's store over SQLite in memory. A run lies within one transaction that is never committed, so that the next one begins
 * where the mark was set; the engine's own transactions are savepoints in it.
 */
export function openSqliteStore(): SqliteStore {
  const database = new DatabaseSync(':memory:');
  database.exec('BEGIN');
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const queries = new Map<string, { statement: StatementSync; columns: string[] }>();
  const query = (sql: string) => {
    let held = queries.get(sql);
    if (held === undefined) {
      const statement = database.prepare(sql);
      // Rows as lists, named here: by far the fastest way out of it.
      statement.setReturnArrays(true);
      held = { statement, columns: statement.columns().map(({ name }) => name) };
      queries.set(sql, held);
    }
    return held;
  };
  const cache = readCache();
  // Most transactions only read: those cost nothing.
  let open: 'read' | 'write' | null = null;
  const isWritten = () => open === 'write';
  const store: SqliteStore = {
    killIn: null,
    writes: 0,
    read: <S extends v.GenericSchema>(row: S, sql: string, ...values: SqlValue[]) => {
      return cache.get(sql, values, () => {
        const { statement, columns } = query(sql);
        return listsOf(statement, values).map((cells) => {
          const found: Record<string, SqlValue> = {};
          for (let i = 0; i < columns.length; i += 1) found[columns[i] as string] = cells[i] ?? null;
          return v.parse(row, found);
        });
      });
    },
    rows: <Columns extends SqlValue[]>(sql: string, ...values: SqlValue[]) =>
      cache.get(sql, values, () => listsOf(query(sql).statement, values)) as Columns[],
    write: (sql, ...values) => {
      if (open === 'read') {
        prepared('SAVEPOINT operation').run();
        open = 'write';
      }
      store.writes += 1;
      cache.wrote(sql);
      if (store.killIn !== null) {
        store.killIn -= 1;
        if (store.killIn < 0) throw new Killed('the process ended');
      }
      if (values.length === 0) database.exec(sql);
      else prepared(sql).run(...values);
    },
    transaction: <T>(work: () => Synchronous<T>): T => {
      if (open !== null) throw new Error('a transaction within a transaction');
      open = 'read';
      try {
        const value = work();
        if (isWritten()) prepared('RELEASE operation').run();
        return value as T;
      } catch (error) {
        if (isWritten()) {
          prepared('ROLLBACK TO operation').run();
          prepared('RELEASE operation').run();
          cache.forget();
        }
        throw error;
      } finally {
        open = null;
      }
    },
    // Committed: tables that were laid out within the open transaction would make every rollback forget the prepared statements.
    mark: () => void database.exec('COMMIT; BEGIN'),
    backUp: () => void database.exec('SAVEPOINT backup'),
    restore: () => {
      database.exec('ROLLBACK TO backup');
      cache.forget();
    },
    toMark: () => {
      database.exec('ROLLBACK; BEGIN');
      cache.forget();
      store.killIn = null;
    },
  };
  return store;
}

/** By its types the driver gives objects; it was told to give lists. */
function listsOf(statement: StatementSync, values: readonly SqlValue[]): SqlValue[][] {
  return statement.all(...values) as unknown as SqlValue[][];
}
