import { doubtBundles } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { requeueOperations } from '../db/enqueue-operations.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { recordTables } from '../db/settle-records.ts';
import type { Enrolment } from './enrolment.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/**
 * Makes the database the enrolled device's. IndexedDB that was cleared from outside, or that the browser could not read, reopens empty
 * and silently; without the device epoch in it, the device begins again from what a copy has of its unsent work, and where there is
 * none the person is told that some may be lost. True where that had happened.
 */
export async function reconcileStorage(
  { db, now, unsent }: Pick<SyncDependencies, 'db' | 'now' | 'unsent'>,
  enrolment: Enrolment,
): Promise<boolean> {
  if ((await readMeta(db, 'device-epoch')) === enrolment.epoch) return false;
  const { member } = enrolment;
  const kept = (await unsent?.read(member)) ?? null;
  // In one transaction: a device that began again without knowing that it was cleared would take its own past for a fork, and what
  // was recorded meanwhile would stand before what is older.
  await db.transaction('rw', recordTables(db), async () => {
    await beginDevice(db, enrolment, now());
    await writeMeta(db, 'cleared', true);
    if (kept === null) await writeMeta(db, 'trouble', { kind: 'storage', detail: 'cleared' });
    else await requeueOperations(db, kept, { member, now: now() });
  });
  return true;
}

/** What a device knows of itself before its first pull. What waits in the outbox stays. */
export async function beginDevice(db: Database, enrolment: Enrolment, now: number): Promise<void> {
  const { workspace, device, member, role, cursor, epoch } = enrolment;
  await db.transaction('rw', [db.meta, db.bundles], async () => {
    await doubtBundles(db);
    const generation = (await readMeta(db, 'generation'))?.now ?? 0;
    await writeMeta(db, 'device-epoch', epoch);
    await writeMeta(db, 'joined', { workspace, device, member, role });
    await writeMeta(db, 'cursor', { ...cursor, seq: 0 });
    await writeMeta(db, 'generation', { now: generation + 1, sweep: true });
    await writeMeta(db, 'acked', null);
    await writeMeta(db, 'cleared', false);
    await writeMeta(db, 'locked', false);
    await writeMeta(db, 'sync', { since: null, contact: now, notice: null });
    await db.meta.bulkDelete(['revoked', 'trouble', 'snapshot']);
  });
}
