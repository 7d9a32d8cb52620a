import { waitingIds } from '../db/count-waiting.ts';
import type { Database } from '../db/database.ts';
import { requeueOperations } from '../db/enqueue-operations.ts';
import { readMeta } from '../db/meta.ts';
import { recordTables } from '../db/settle-records.ts';
import type { Enrolment } from './enrolment.ts';
import { reconcileStorage } from './reconcile-storage.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** Databases that this process has looked at: they are set back between two starts alone. */
const restored = new WeakSet<Database>();

type Restoring = Pick<SyncDependencies, 'db' | 'now' | 'unsent'>;

/**
 * Before anything is sent: what was recorded, is not known to have been sent, and is no longer in the database, which may have been set
 * back or emptied since the last start (db/unsent-copy.ts), comes back from its copy. What the server has all the same it takes
 * once, by its id. Rejects where IndexedDB does, and is to be called again until it does not: what is not back yet may not be
 * dropped from the copy.
 */
export async function restoreUnsent(deps: Restoring, enrolment: Enrolment): Promise<void> {
  const { db, now, unsent } = deps;
  const { member } = enrolment;
  const emptied = await reconcileStorage(deps, enrolment);
  if (unsent === undefined || (restored.has(db) && !emptied)) return;
  const copied = (await unsent.read(member)) ?? [];
  if (!emptied && copied.length > 0) {
    await db.transaction('rw', [...recordTables(db), db.parked], async () => {
      const acked = await readMeta(db, 'acked');
      const ids = copied.map(({ id }) => id);
      const known = [
        ...(await db.outbox.where('id').anyOf(ids).toArray()),
        ...(await db.parked.bulkGet(ids)),
      ];
      const held = new Set(known.map((row) => row?.id));
      // They are sent in this order, so the server has taken all up to the one that it acknowledged last.
      const sent = copied.findIndex(({ id }) => id === acked) + 1;
      const lost = copied.slice(sent).filter(({ id }) => !held.has(id));
      await requeueOperations(db, lost, { member, now: now() });
    });
  }
  // With their places as they are now; also what has no copy: an older release wrote it, or the process was stopped in between. What is
  // recorded later may need it.
  await unsent.add(member, await db.outbox.where('state').equals('waiting').toArray());
  await unsent.keepOnly(() => waitingIds(db));
  restored.add(db);
}
