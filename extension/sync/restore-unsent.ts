import { waitingIds } from '../db/count-waiting.ts';
import { requeueOperations } from '../db/enqueue-operations.ts';
import { readMeta } from '../db/meta.ts';
import { recordTables } from '../db/settle-records.ts';
import type { UnsentCopy } from '../db/unsent-copy.ts';
import { reconcileStorage } from './reconcile-storage.ts';
import type { SyncDependencies } from './sync-dependencies.ts';
import { syncLock } from './syncer.ts';

/**
 * Before anything is recorded or sent: what was recorded, is not known to have been sent, and is no longer in the database, which may
 * have been set back or emptied since the last start (db/unsent-copy.ts), comes back from its copy. What the server has all the
 * same it takes once, by its id. Never rejects: where IndexedDB refuses, the next round says so.
 */
export async function restoreUnsent(deps: SyncDependencies): Promise<void> {
  if (deps.unsent === undefined) return;
  await deps.lock(syncLock, () => restore(deps, deps.unsent as UnsentCopy)).catch(() => undefined);
}

async function restore(deps: SyncDependencies, unsent: UnsentCopy): Promise<void> {
  const { db } = deps;
  const enrolment = await deps.enrolment.read();
  if (enrolment === null || (await readMeta(db, 'revoked')) !== undefined) return;
  const emptied = await reconcileStorage(deps, enrolment);
  const copied = emptied ? null : await unsent.read(enrolment.member);
  if (copied !== null && copied.length > 0) {
    await db.transaction('rw', [...recordTables(db), db.parked], async () => {
      const acked = await readMeta(db, 'acked');
      const ids = copied.map(({ id }) => id);
      const known = [
        ...(await db.outbox.where('id').anyOf(ids).toArray()),
        ...(await db.parked.bulkGet(ids)),
      ];
      const held = new Set(known.map((row) => row?.id));
      // They are sent in the order of their stamps, so the server has taken all up to the one that it acknowledged last.
      const sent = copied.findIndex(({ id }) => id === acked) + 1;
      const lost = copied.slice(sent).filter(({ id }) => !held.has(id));
      await requeueOperations(db, lost, { member: enrolment.member, now: deps.now() });
    });
  }
  await unsent.keepOnly(() => waitingIds(db));
}
