import type { Database } from '../database.ts';
import type { AccountView } from '../views.ts';

export type AccountsWanted = {
  search?: string | undefined;
  /** A member's id, or the queue of accounts without a steward. */
  steward?: 'unassigned' | (string & {}) | undefined;
  limit: number;
  offset: number;
};

/** Accounts in order of name; `total` counts all that match. Empty while the device is locked. */
export async function listAccounts(
  _db: Database,
  _wanted: AccountsWanted,
): Promise<{ rows: AccountView[]; total: number }> {
  return { rows: [], total: 0 };
}
