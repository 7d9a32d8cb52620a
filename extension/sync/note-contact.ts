import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Notice } from '../rpc/notice.ts';

/** Without contact for this long the pool is hidden: what an offline leaver can read is bounded. */
export const leaseMs = 14 * 24 * 3_600_000;

/** The server's clock minus ours, from its `now` and the span in which it answered. */
export type Contact = { serverNow: number; took: { from: number; to: number } };

/** The server answered. To be called inside a transaction over `meta`, so that it is kept with what the answer brought. */
export async function noteContact(db: Database, { serverNow, took }: Contact): Promise<void> {
  const offset = Math.round(serverNow - (took.from + took.to) / 2);
  await writeMeta(db, 'clock', { offset });
  await writeMeta(db, 'sync', { since: null, contact: took.to, notice: null });
  await writeMeta(db, 'locked', false);
}

/** Failures that mend themselves: the device is offline as far as the person is concerned, and tries again. */
const passing: ReadonlySet<Notice['kind']> = new Set([
  'unreachable',
  'server-error',
  'rate-limited',
  'overloaded',
  'storage',
]);

export function isPassing(notice: Notice): boolean {
  return passing.has(notice.kind);
}

/** The round failed: since when is kept over restarts. */
export async function noteFailure(db: Database, notice: Notice, now: number): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const before = await readMeta(db, 'sync');
    const since = isPassing(notice) ? (before?.since ?? now) : (before?.since ?? null);
    await writeMeta(db, 'sync', { since, contact: before?.contact ?? now, notice });
  });
}

/** Hides the pool once the lease has run out. A clock set back does not give it again; only the server's answer does. */
export async function lockIfLeaseRanOut(db: Database, now: number): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const sync = await readMeta(db, 'sync');
    const joined = await readMeta(db, 'joined');
    const ranOut = joined !== undefined && sync !== undefined && now - sync.contact > leaseMs;
    if (ranOut && (await readMeta(db, 'locked')) !== true) await writeMeta(db, 'locked', true);
    return ranOut;
  });
}
