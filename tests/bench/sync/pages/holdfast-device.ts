import { type Database, openDatabase } from '../../../../extension/db/database.ts';
import { type Draft, enqueueOperations } from '../../../../extension/db/enqueue-operations.ts';
import { importChanges } from '../../../../extension/db/import-changes.ts';
import { recordTables } from '../../../../extension/db/settle-records.ts';
import type { Enrolment } from '../../../../extension/sync/enrolment.ts';
import { joinWorkspace } from '../../../../extension/sync/join.ts';
import { holdLive, type LiveDependencies, type SocketLike } from '../../../../extension/sync/live.ts';
import { createLookAhead, type LookAhead } from '../../../../extension/sync/look-ahead.ts';
import { beginDevice } from '../../../../extension/sync/reconcile-storage.ts';
import { createSyncer } from '../../../../extension/sync/syncer.ts';
import { systemRandomness } from '../../../../shared/domain/ids.ts';
import { derivationFrom } from '../../../../shared/identity/derived-ids.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { epochNow } from '../page/clock.ts';

// The shipped device, in a page instead of the extension's service worker: nothing of it is replaced but where the enrolment
// lies.

export type HoldfastDevice = {
  db: Database;
  /** A whole round of push and pull. Rejects where it does not end well. */
  round(): Promise<void>;
  kick(): void;
  /** When the server last answered a push, milliseconds since the epoch: what it took was durable there by then. */
  pushAnswered(): number;
  /** An operation each, as captures and edits are written, in one transaction; `now` where they are not written now. */
  enqueue(changes: readonly Change[], now?: number): Promise<void>;
  /** Many records as an import writes them. */
  enqueueMany(changes: Change[]): Promise<void>;
  /** The id that a capture derives from this address. */
  personId(email: string): Promise<string>;
  /** What the background does with every page that is read. */
  lookAhead: LookAhead;
  /** Holds a live connection; resolves once it stands. */
  goLive(): Promise<void>;
};

let enrolment: Enrolment | null = null;
let answered = 0;

function dependencies(db: Database): LiveDependencies {
  return {
    db,
    enrolment: {
      read: async () => enrolment,
      write: async (next) => {
        enrolment = next;
      },
      leave: async () => {
        enrolment = null;
      },
      left: async () => null,
    },
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      if (url.endsWith('/v1/push') && response.ok) answered = epochNow();
      return response;
    },
    now: Date.now,
    random: systemRandomness,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    lock: (name, task) => navigator.locks.request(name, task) as ReturnType<typeof task>,
    openSocket: (url, protocols) => new WebSocket(url, protocols) as SocketLike,
  };
}

/** Joining makes a device of the browser, once; it is done with a database that is thrown away. */
export async function joinAs(link: string): Promise<void> {
  const db = openDatabase({ name: 'joining' });
  const joined = await joinWorkspace(dependencies(db), link, 'Benchmark');
  if (!joined.ok) throw new Error(`joining: ${JSON.stringify(joined.notice)}`);
  await db.delete();
}

/** A device that has joined and holds nothing. */
export async function freshDevice(): Promise<HoldfastDevice> {
  if (enrolment === null) throw new Error('not joined');
  const { member, device, key } = enrolment;
  const derive = await derivationFrom(key);
  const { personId } = derive;
  const db = openDatabase();
  await beginDevice(db, enrolment, Date.now());
  const deps = dependencies(db);
  const syncer = createSyncer(deps, (answer) => {
    if (!answer.ok) console.error(JSON.stringify(answer.notice));
  });
  const author = (now: number) => ({ member, device, now, random: systemRandomness });
  // Dexie follows native awaits only from a function that is itself async
  const inTransaction = (work: () => Promise<unknown>) =>
    db.transaction('rw', recordTables(db), async () => {
      await work();
    });
  return {
    db,
    round: async () => {
      const answer = await syncer.sync();
      if (!answer.ok) throw new Error(`sync: ${JSON.stringify(answer.notice)}`);
    },
    kick: syncer.kick,
    pushAnswered: () => answered,
    personId,
    lookAhead: createLookAhead(deps, async () => derive),
    enqueue: (changes, now = Date.now()) => {
      const drafts = changes.map((change): Draft => ({ type: 'write', changes: [change] }));
      return inTransaction(() => enqueueOperations(db, drafts, author(now)));
    },
    enqueueMany: (changes) => importChanges(db, changes, author(Date.now())),
    goLive: () =>
      new Promise((resolve) => {
        const news = () => {
          syncer.kick();
          resolve();
        };
        void holdLive(deps, news, new AbortController().signal);
      }),
  };
}
