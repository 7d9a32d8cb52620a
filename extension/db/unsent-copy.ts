import { Dexie, type Table } from 'dexie';
import type { Operation } from '../../shared/protocol/operation.ts';

/**
 * A second copy of what the server does not have yet.
 *
 * Chromium keeps IndexedDB in LevelDB, which goes on writing behind the end of its log after a start. Where a kill has cut a write short,
 * what is written from then on lies behind half a record. The next start but one takes all of that for the half record's missing rest
 * and passes it over, or takes the whole database for damaged and begins an empty one: also where every transaction was `strict`
 * (tests/kills/torn-log.live.test.ts does both). What the server has is fetched again; this is for the rest.
 *
 * So that the same does not happen to it, each start of the browser writes into a database with files of its own, and reads those
 * of earlier starts. Browsers that keep IndexedDB in SQLite need no copy.
 */
/** `n`: the place in the outbox. Stamps are no order: a clock that was set back gives smaller ones. */
export type Copied = { n?: number; operation: Operation };

export type UnsentCopy = {
  /**
   * Resolves once they are written. Never rejects: they are in the device's own database already, and nobody need be told that
   * there is no second copy.
   */
  add(member: string, rows: readonly Copied[]): Promise<void>;
  /** This member's, in the order of their places; null where there is no copy of theirs, or it cannot be read. */
  read(member: string): Promise<Operation[] | null>;
  /** The server has acknowledged these. Never rejects. */
  drop(ids: readonly string[]): Promise<void>;
  /**
   * Drops what is not among those that `wanted` answers, asked after it is known what there is, and the places of earlier starts,
   * whose rest moves into this one's. Never rejects.
   */
  keepOnly(wanted: () => Promise<ReadonlySet<string>>): Promise<void>;
  /** Another member, or none: nothing of the last one stays. Never rejects. */
  begin(member: string | null): Promise<void>;
};

export type CopyFactory = { indexedDB: Pick<IDBFactory, 'open'>; IDBKeyRange: typeof IDBKeyRange };

/** Where copies lie, each apart from all others. */
export type CopyPlaces = {
  /** The one of this start of the browser: a stopped service worker comes back to it. */
  current(): Promise<string>;
  /** Every one that there is, whether or not the current one was opened before. */
  all(): Promise<string[]>;
  open(place: string): Promise<CopyFactory>;
  drop(place: string): Promise<unknown>;
};

type CopiedRow = { id: string; n: number; member: string; operation: Operation };

type CopyDatabase = Dexie & {
  operations: Table<CopiedRow, string>;
  /** Whose copy it is: what an emptied database does not say. */
  owner: Table<{ only: 1; member: string }, number>;
};

export function openUnsentCopy(places: CopyPlaces): UnsentCopy {
  const opened = new Map<string, Promise<CopyDatabase>>();
  const database = (place: string) => {
    const held = opened.get(place) ?? openDatabase(places, place);
    opened.set(place, held);
    // What could not be opened once may be the next time.
    held.catch(() => opened.delete(place));
    return held;
  };
  const current = async () => database(await places.current());
  const drop = async (place: string) => {
    const held = opened.get(place);
    opened.delete(place);
    (await held)?.close();
    await places.drop(place);
  };
  const earlier = async () => {
    const now = await places.current();
    return (await places.all()).filter((place) => place !== now);
  };
  /** What cannot be written or read changes nothing of what the device's own database holds. */
  const attempt = async <T>(otherwise: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch {
      return otherwise;
    }
  };
  return {
    add: (member, rows) =>
      attempt(undefined, async () => {
        if (rows.length > 0) await put(await current(), member, rows);
      }),
    read: (member) =>
      attempt(null, async () => {
        const found = new Map<string, CopiedRow>();
        let isOwn = false;
        // What this start has written counts before what earlier ones had.
        for (const place of new Set([...(await earlier()), await places.current()])) {
          const db = await database(place);
          if ((await db.owner.get(1))?.member !== member) continue;
          isOwn = true;
          for (const row of await db.operations.toArray()) {
            if (row.member === member) found.set(row.id, row);
          }
        }
        const rows = [...found.values()].sort((a, b) => a.n - b.n);
        return isOwn ? rows.map(({ operation }) => operation) : null;
      }),
    drop: (ids) => attempt(undefined, async () => (await current()).operations.bulkDelete([...ids])),
    keepOnly: (wanted) =>
      attempt(undefined, async () => {
        const db = await current();
        const there = await db.operations.toCollection().primaryKeys();
        const others = await earlier();
        if (there.length === 0 && others.length === 0) return;
        const kept = await wanted();
        for (const place of others) {
          const before = await database(place);
          const rows = (await before.operations.toArray()).filter(({ id }) => kept.has(id));
          const member = (await before.owner.get(1))?.member;
          if (member !== undefined) {
            const newer = new Set(await db.operations.toCollection().primaryKeys());
            await put(
              db,
              member,
              rows.filter(({ id }) => !newer.has(id)),
            );
          }
          await drop(place);
        }
        await db.operations.bulkDelete(there.filter((id) => !kept.has(id)));
      }),
    begin: (member) =>
      attempt(undefined, async () => {
        // With their files: what is only deleted in a database stays in its log for a while.
        for (const place of await places.all()) await drop(place);
        if (member !== null) await put(await current(), member, []);
      }),
  };
}

async function openDatabase(places: CopyPlaces, place: string): Promise<CopyDatabase> {
  const { indexedDB, IDBKeyRange } = await places.open(place);
  const db = new Dexie('unsent', { indexedDB: indexedDB as IDBFactory, IDBKeyRange }) as CopyDatabase;
  db.version(1).stores({ operations: 'id', owner: 'only' });
  return db;
}

/** With whose it is each time: a place that the browser emptied meanwhile would else hold work of nobody. */
async function put(db: CopyDatabase, member: string, copied: readonly Copied[]): Promise<void> {
  const rows = copied.map(({ n = 0, operation }) => ({ id: operation.id, n, member, operation }));
  await db.transaction('rw', db.operations, db.owner, async () => {
    await db.owner.put({ only: 1, member });
    await db.operations.bulkPut(rows);
  });
}

/**
 * Copies what was just recorded. Should the server have it by then, it stays in the copy until the round that sent it, or the next, is
 * over: sent once more it would be known by its id.
 */
export async function copyUnsent(
  { member, unsent }: { member: string; unsent?: UnsentCopy },
  enqueued: readonly Copied[],
): Promise<void> {
  await unsent?.add(member, enqueued);
}
