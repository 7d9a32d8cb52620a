import type { Database } from '../database.ts';
import type { AccountView, PersonView, TouchView } from '../views.ts';

export type AccountDetail = { account: AccountView; people: PersonView[]; touches: TouchView[] };

/** One account with its people and its touches, newest first; null where there is none, or the device is locked. */
export async function accountDetail(_db: Database, _id: string): Promise<AccountDetail | null> {
  return null;
}
