import * as v from 'valibot';
import type { SqlValue, Store, Synchronous } from './store.ts';

/** The store over a Durable Object's own SQLite. */
export function durableStore(storage: DurableObjectStorage): Store {
  return {
    read: (row, sql, ...values) =>
      storage.sql
        .exec(sql, ...values)
        .toArray()
        .map((found) => v.parse(row, found)),
    rows: <Columns extends SqlValue[]>(sql: string, ...values: SqlValue[]) =>
      Array.from(storage.sql.exec(sql, ...values).raw<Columns>()),
    write: (sql, ...values) => {
      storage.sql.exec(sql, ...values);
    },
    transaction: <T>(work: () => Synchronous<T>): T => storage.transactionSync<T>(work),
  };
}
