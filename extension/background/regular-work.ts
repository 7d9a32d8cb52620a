import type { Database } from '../db/database.ts';
import { readMeta } from '../db/meta.ts';
import { syncView } from '../db/queries/sync-view.ts';
import { lockIfLeaseRanOut } from '../sync/note-contact.ts';

/** Without an interface there is no live connection: then news is fetched this often. */
const newsMs = 5 * 60_000;

/**
 * What the alarm does every minute, since a stopped service worker keeps no timer: the lease, and whether a round of sync is
 * due. A healthy device without anything to send asks every five minutes only.
 */
export async function regularWork(db: Database, now: number): Promise<{ syncDue: boolean }> {
  await lockIfLeaseRanOut(db, now);
  const { phase, waiting } = await syncView(db);
  if (phase === 'not-joined') return { syncDue: false };
  const contact = (await readMeta(db, 'sync'))?.contact ?? 0;
  return { syncDue: phase !== 'saved' || waiting > 0 || now - contact >= newsMs };
}
