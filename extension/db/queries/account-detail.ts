import type { Database } from '../database.ts';
import { accountViews } from '../read-accounts.ts';
import { personViews } from '../read-people.ts';
import { touchIdsOf, touchViews } from '../read-touches.ts';
import { byName, isLocked } from '../search-rows.ts';
import type { AccountView, PersonView, TouchView } from '../views.ts';

export type AccountDetail = { account: AccountView; people: PersonView[]; touches: TouchView[] };

/** How many contacts a detail shows; the counts beside it are of all. */
export const touchesShown = 200;

/** One account with its people and its touches, newest first; null where there is none, or the device is locked. */
export async function accountDetail(db: Database, id: string): Promise<AccountDetail | null> {
  const row = (await isLocked(db)) ? undefined : await db.accounts.get(id);
  if (row === undefined) return null;
  const ties = await db.affiliations.where('account').equals(id).toArray();
  const people = await db.people.bulkGet([...new Set(ties.map((tie) => tie.person))]);
  const [[account], persons, touches] = await Promise.all([
    accountViews(db, [row]),
    personViews(db, people.filter((person) => person !== undefined).sort(byName)),
    touchIdsOf(db, 'byAccount', id, touchesShown).then((ids) => touchViews(db, ids)),
  ]);
  return account === undefined ? null : { account, people: persons, touches };
}
