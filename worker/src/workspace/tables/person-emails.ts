import type { Store } from '../storage/store.ts';

/** Brings the table of holders in line with a person's set of addresses. */
export function noteEmails(
  store: Store,
  person: string,
  gained: readonly string[],
  lost: readonly string[],
): void {
  for (const email of gained) {
    store.write('INSERT OR IGNORE INTO person_email (email, person) VALUES (?, ?)', email, person);
  }
  for (const email of lost) {
    store.write('DELETE FROM person_email WHERE email = ? AND person = ?', email, person);
  }
}

/** Who holds these addresses, by address and then by id. */
export function holdersOf(store: Store, emails: readonly string[]): { email: string; person: string }[] {
  return store
    .rows<[email: string, person: string]>(
      `SELECT email, person FROM person_email WHERE email IN (SELECT value FROM json_each(?))
       ORDER BY email, person`,
      JSON.stringify(emails),
    )
    .map(([email, person]) => ({ email, person }));
}
