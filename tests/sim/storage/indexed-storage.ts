import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { databaseName, openDatabase } from '../../../extension/db/database.ts';
import { migrate, migrations } from '../../../extension/db/migrations.ts';
import type { Dice } from '../random.ts';
import { immortal, type Scheduler } from '../scheduler.ts';
import type { DeviceStorage } from './device-storage.ts';
import { type StorageFault, spend } from './disk.ts';

/** The insides of fake-indexeddb, as far as a crash and a full disk have to reach into them. */
type RawTransaction = { mode: string; _state: string; _rollbackLog: (() => void)[] };
type RawStore = {
  records: { values(): Iterable<{ value: Record<string, unknown> }> };
  rawDatabase: RawDatabase;
  storeRecord: (...args: unknown[]) => unknown;
};
type RawDatabase = {
  transactions: RawTransaction[];
  connections: unknown[];
  rawObjectStores: Map<string, RawStore>;
};
type RawFactory = IDBFactory & { _databases: Map<string, RawDatabase> };

const tables = [...new Set(migrations.flatMap(({ stores }) => Object.keys(stores)))];

/** What the release before version 3 of the protocol had. Dexie counts in tens. */
const oldVersion = 3;

/** Whose disk is full, or fails now and then. */
const faults = new WeakMap<RawDatabase, StorageFault>();
let patched = false;

/** Storage of the second tier: Dexie as it ships, over IndexedDB in memory, whose tasks are events of the run. */
export function indexedStorage(scheduler: Scheduler, _dice: Dice): DeviceStorage {
  let factory = new IDBFactory() as RawFactory;
  const fault: StorageFault = { room: null, failIn: null };
  const raw = (): RawDatabase | undefined => {
    const database = factory._databases.get(databaseName);
    if (database !== undefined) watch(database, fault);
    return database;
  };
  const rowsNow = (table: string) => {
    const store = raw()?.rawObjectStores.get(table);
    return store === undefined ? [] : Array.from(store.records.values(), ({ value }) => value);
  };
  return {
    open: (life) => {
      scheduler.actAs(life);
      const db = openDatabase({ indexedDB: factory, IDBKeyRange });
      const busy = () =>
        raw()?.transactions.some((one) => one.mode !== 'readonly' && one._state !== 'finished') ?? false;
      return { db, busy };
    },
    crashed: () => {
      const database = raw();
      if (database === undefined) return;
      for (const one of database.transactions) {
        if (one._state === 'finished') continue;
        for (const undo of one._rollbackLog.reverse()) undo();
        one._state = 'finished';
      }
      database.transactions = [];
      database.connections = [];
      // Whatever waited to open it waits no more.
      const next = new IDBFactory() as RawFactory;
      next._databases = factory._databases;
      factory = next;
    },
    rows: async (table) => rowsNow(table),
    tables: () => tables,
    setRoom: (writes) => {
      fault.room = writes;
      raw();
    },
    failIn: (writes) => {
      fault.failIn = writes;
      raw();
    },
    layOld: async (rows, blockedMs) => {
      scheduler.actAs(immortal);
      const old = new Dexie(databaseName, { indexedDB: factory, IDBKeyRange });
      migrate(old, oldVersion);
      for (const [table, some] of rows) await old.table(table).bulkPut([...some]);
      old.close();
      if (blockedMs === 0) return;
      // Another context of the older release, which does not hear that it should let go.
      const opened = factory.open(databaseName, oldVersion * 10);
      opened.onsuccess = () => void scheduler.after(blockedMs, immortal, () => opened.result.close());
    },
    clear: async () => {
      factory = new IDBFactory() as RawFactory;
    },
    image: async () => structuredClone(tables.map((table) => [table, rowsNow(table)] as const)),
    setImage: async (image) => {
      factory = new IDBFactory() as RawFactory;
      scheduler.actAs(immortal);
      const db = openDatabase({ indexedDB: factory, IDBKeyRange });
      for (const [table, rows] of image as [string, object[]][]) await db.table(table).bulkPut(rows);
      db.close();
    },
  };
}

/** From now on, writing to this database fails where its device's disk is full. */
function watch(database: RawDatabase, fault: StorageFault): void {
  faults.set(database, fault);
  const [store] = database.rawObjectStores.values();
  if (patched || store === undefined) return;
  patched = true;
  const prototype = Object.getPrototypeOf(store) as RawStore;
  const { storeRecord } = prototype;
  prototype.storeRecord = function (this: RawStore, ...args) {
    const own = faults.get(this.rawDatabase);
    // Taking back what was written, which has no third argument, needs no room.
    if (own !== undefined && args[2] !== undefined)
      spend(own, (name, message) => new DOMException(message, name));
    return storeRecord.apply(this, args);
  };
}
