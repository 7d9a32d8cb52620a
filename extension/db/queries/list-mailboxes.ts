import type { Database } from '../database.ts';

/** Mailboxes outside the workspace's domains, and what the person said about each. */
export async function listMailboxes(
  _db: Database,
): Promise<{ address: string; answer: 'yes' | 'no' | 'asked' }[]> {
  return [];
}
