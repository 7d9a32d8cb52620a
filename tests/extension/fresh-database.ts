import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type Database, openDatabase } from '../../extension/db/database.ts';

/** A device's database of its own, in memory; `factory` opens the same one again, as after a restart. */
export function freshDatabase(factory = new IDBFactory()): Database {
  return openDatabase({ indexedDB: factory, IDBKeyRange });
}
