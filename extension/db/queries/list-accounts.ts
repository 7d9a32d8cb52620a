import type { Database } from '../database.ts';
import { accountViews } from '../read-accounts.ts';
import { byName, isLocked, rowsMatching } from '../search-rows.ts';
import type { AccountRow } from '../stored-rows.ts';
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
  db: Database,
  wanted: AccountsWanted,
): Promise<{ rows: AccountView[]; total: number }> {
  const { limit, offset } = wanted;
  if (await isLocked(db)) return { rows: [], total: 0 };
  const matching = await rowsWanted(db, wanted);
  if (matching !== null) {
    const rows = await accountViews(db, matching.slice(offset, offset + limit));
    return { rows, total: matching.length };
  }
  const page = await db.accounts.orderBy('sortName').offset(offset).limit(limit).toArray();
  return { rows: await accountViews(db, page), total: await db.accounts.orderBy('sortName').count() };
}

/** Null: all of them. */
async function rowsWanted(db: Database, { search, steward }: AccountsWanted): Promise<AccountRow[] | null> {
  const key = steward === 'unassigned' ? '' : steward;
  const found = await rowsMatching(db.accounts, search);
  if (found !== null) return key === undefined ? found : found.filter((row) => row.steward === key);
  if (key === undefined) return null;
  return (await db.accounts.where('steward').equals(key).toArray()).sort(byName);
}
