import { doubtBundles } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Enrolment } from './enrolment.ts';

/**
 * Makes the database the enrolled device's. IndexedDB that was cleared from outside reopens empty and silently; without the
 * device epoch in it, the device begins again from nothing, and the person is told that unsent work may be lost.
 * True where that had happened.
 */
export async function reconcileStorage(db: Database, enrolment: Enrolment, now: number): Promise<boolean> {
  if ((await readMeta(db, 'device-epoch')) === enrolment.epoch) return false;
  // In one transaction: a device that began again without knowing that it was cleared would take its own past for a fork.
  await db.transaction('rw', [db.meta, db.bundles], async () => {
    await beginDevice(db, enrolment, now);
    await writeMeta(db, 'cleared', true);
    await writeMeta(db, 'trouble', { kind: 'storage', detail: 'cleared' });
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
