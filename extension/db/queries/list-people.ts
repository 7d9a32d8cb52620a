import type { Database } from '../database.ts';
import { personViews } from '../read-people.ts';
import { isLocked, rowsMatching } from '../search-rows.ts';
import type { PersonView } from '../views.ts';

/** People in order of name; `total` counts all that match. Empty while the device is locked. */
export async function listPeople(
  db: Database,
  wanted: { search?: string | undefined; limit: number; offset: number },
): Promise<{ rows: PersonView[]; total: number }> {
  const { limit, offset } = wanted;
  if (await isLocked(db)) return { rows: [], total: 0 };
  const matching = await rowsMatching(db.people, wanted.search);
  if (matching !== null) {
    return { rows: await personViews(db, matching.slice(offset, offset + limit)), total: matching.length };
  }
  const page = await db.people.orderBy('sortName').offset(offset).limit(limit).toArray();
  return { rows: await personViews(db, page), total: await db.people.orderBy('sortName').count() };
}
