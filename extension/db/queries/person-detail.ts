import type { Database } from '../database.ts';
import { personViews } from '../read-people.ts';
import { touchIdsOf, touchViews } from '../read-touches.ts';
import { isLocked } from '../search-rows.ts';
import type { PersonView, TouchView } from '../views.ts';
import { touchesShown } from './account-detail.ts';

export type PersonDetail = { person: PersonView; touches: TouchView[] };

/** One person with their touches, newest first; null where there is none, or the device is locked. */
export async function personDetail(db: Database, id: string): Promise<PersonDetail | null> {
  const row = (await isLocked(db)) ? undefined : await db.people.get(id);
  if (row === undefined) return null;
  const [[person], touches] = await Promise.all([
    personViews(db, [row]),
    touchIdsOf(db, 'byPerson', id, touchesShown).then((ids) => touchViews(db, ids)),
  ]);
  return person === undefined ? null : { person, touches };
}
