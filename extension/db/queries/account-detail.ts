import type { Database } from '../database.ts';
import { accountViews, peopleOf } from '../read-accounts.ts';
import { groupsOf, topRow } from '../read-groups.ts';
import { mergesAmong } from '../read-merges.ts';
import { personViews } from '../read-people.ts';
import { touchIdsOf, touchViews } from '../read-touches.ts';
import { byName, isLocked } from '../search-rows.ts';
import type { AccountView, AlternativeView, MergeView, PersonView, TouchView } from '../views.ts';

export type AccountDetail = {
  account: AccountView;
  people: PersonView[];
  touches: TouchView[];
  alternatives: AlternativeView[];
  merges: MergeView[];
};

/** How many contacts a detail shows; the counts beside it are of all. */
export const touchesShown = 200;

/**
 * One account with its people and its touches, newest first; null where there is none, or the device is locked. The id of a
 * record that is merged gives what stands for it.
 */
export async function accountDetail(db: Database, id: string): Promise<AccountDetail | null> {
  const row = (await isLocked(db)) ? undefined : await topRow(db.accounts, id);
  if (row === undefined) return null;
  const [group] = await groupsOf(db, db.accounts, [row]);
  const ids = group?.ids ?? [row.id];
  const [[account], persons, touches, merges] = await Promise.all([
    accountViews(db, [row]),
    peopleOf(db, ids).then((rows) => personViews(db, rows.sort(byName))),
    touchIdsOf(db, 'byAccount', ids, touchesShown).then((found) => touchViews(db, found)),
    mergesAmong(db, ids),
  ]);
  if (account === undefined) return null;
  return { account, people: persons, touches, alternatives: [...(group?.alternatives ?? [])], merges };
}
