import type { Database } from '../database.ts';
import type { MailboxRow } from '../stored-rows.ts';

/** Mailboxes outside the workspace's domains, and what the person said about each. */
export async function listMailboxes(db: Database): Promise<MailboxRow[]> {
  return db.mailboxes.orderBy('address').toArray();
}
