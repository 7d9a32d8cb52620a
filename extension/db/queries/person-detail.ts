import type { Database } from '../database.ts';
import { groupsOf, topRow } from '../read-groups.ts';
import { mergesAmong } from '../read-merges.ts';
import { peopleWithAlternatives } from '../read-people.ts';
import { touchIdsOf, touchViews } from '../read-touches.ts';
import { isLocked } from '../search-rows.ts';
import type { AlternativeView, MergeView, PersonView, TouchView } from '../views.ts';
import { touchesShown } from './account-detail.ts';

export type PersonDetail = {
  person: PersonView;
  touches: TouchView[];
  alternatives: AlternativeView[];
  merges: MergeView[];
};

/**
 * One person with their touches, newest first; null where there is none, or the device is locked. The id of a record that is
 * merged gives who stands for it.
 */
export async function personDetail(db: Database, id: string): Promise<PersonDetail | null> {
  const row = (await isLocked(db)) ? undefined : await topRow(db.people, id);
  if (row === undefined) return null;
  const [group] = await groupsOf(db, db.people, [row]);
  const ids = group?.ids ?? [row.id];
  const [[found], touches, merges] = await Promise.all([
    peopleWithAlternatives(db, [row]),
    touchIdsOf(db, 'byPerson', ids, touchesShown).then((touched) => touchViews(db, touched)),
    mergesAmong(db, ids),
  ]);
  return found === undefined
    ? null
    : { person: found.view, alternatives: found.alternatives, touches, merges };
}
