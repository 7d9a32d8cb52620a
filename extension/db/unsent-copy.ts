import { Dexie, type Table } from 'dexie';
import type { Operation } from '../../shared/protocol/operation.ts';

/**
 * A second copy of what the server does not have yet, in a database with files of its own.
 *
 * Chromium keeps IndexedDB in LevelDB and goes on writing behind the end of its log after a start. Where a kill has cut a write short,
 * what is written from then on lies behind half a record: the next start but one cannot read it, takes all of the database for
 * damaged, and begins an empty one, also where every transaction was `strict` (tests/kills/torn-log.live.test.ts does it). What the
 * server has is fetched again; this is for the rest. Browsers that keep IndexedDB in SQLite need none.
 */
export type UnsentCopy = {
  /**
   * Resolves once they are written. Never rejects: they are in the device's own database already, and nobody need be told that
   * there is no second copy.
   */
  add(member: string, operations: readonly Operation[]): Promise<void>;
  /** This member's, in the order in which they were added; null where the copy was emptied too, or cannot be read. */
  read(member: string): Promise<Operation[] | null>;
  /** Drops what is not among those that `waiting` answers, asked after it is known what there is. Never rejects. */
  keepOnly(waiting: () => Promise<ReadonlySet<string>>): Promise<void>;
  /** Another member, or none: nothing of the last one stays. */
  begin(member: string | null): Promise<void>;
};

type CopiedRow = { n?: number; id: string; member: string; operation: Operation };

type CopyDatabase = Dexie & {
  operations: Table<CopiedRow, number>;
  /** Whose copy it is: what an emptied database does not say. */
  owner: Table<{ only: 1; member: string }, number>;
};

export type CopyFactory = { indexedDB: Pick<IDBFactory, 'open'>; IDBKeyRange: typeof IDBKeyRange };

/** `open` is called once, when it is needed. */
export function openUnsentCopy(open: () => Promise<CopyFactory>): UnsentCopy {
  let opened: Promise<CopyDatabase> | null = null;
  const database = () => {
    opened ??= open().then(({ indexedDB, IDBKeyRange }) => {
      const db = new Dexie('unsent', { indexedDB: indexedDB as IDBFactory, IDBKeyRange }) as CopyDatabase;
      db.version(1).stores({ operations: '++n, &id', owner: 'only' });
      return db;
    });
    // What could not be opened once may be the next time.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  /** What cannot be written or read changes nothing of what the device's own database holds. */
  const attempt = async <T>(otherwise: T, work: (db: CopyDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await database());
    } catch {
      return otherwise;
    }
  };
  return {
    add: async (member, operations) => {
      if (operations.length === 0) return;
      const rows = operations.map((operation) => ({ id: operation.id, member, operation }));
      await attempt(undefined, (db) =>
        db.transaction('rw', db.operations, db.owner, async () => {
          await db.owner.put({ only: 1, member });
          await db.operations.bulkAdd(rows);
        }),
      );
    },
    read: (member) =>
      attempt(null, async (db) => {
        if ((await db.owner.get(1))?.member !== member) return null;
        const rows = await db.operations.orderBy('n').toArray();
        return rows.filter((row) => row.member === member).map(({ operation }) => operation);
      }),
    keepOnly: (waiting) =>
      attempt(undefined, async (db) => {
        const ids = (await db.operations.orderBy('id').keys()) as string[];
        if (ids.length === 0) return;
        const kept = await waiting();
        await db.operations
          .where('id')
          .anyOf(ids.filter((id) => !kept.has(id)))
          .delete();
      }),
    begin: (member) =>
      attempt(undefined, (db) =>
        db.transaction('rw', db.operations, db.owner, async () => {
          await Promise.all([db.operations.clear(), db.owner.clear()]);
          if (member !== null) await db.owner.put({ only: 1, member });
        }),
      ),
  };
}
