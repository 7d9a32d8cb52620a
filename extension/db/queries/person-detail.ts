import type { Database } from '../database.ts';
import type { PersonView, TouchView } from '../views.ts';

export type PersonDetail = { person: PersonView; touches: TouchView[] };

/** One person with their touches, newest first; null where there is none, or the device is locked. */
export async function personDetail(_db: Database, _id: string): Promise<PersonDetail | null> {
  return null;
}
