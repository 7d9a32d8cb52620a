import { normaliseEmail } from '../../../shared/identity/email-address.ts';
import type { Database } from '../database.ts';
import { reach } from '../reach.ts';
import { segmentsNote } from '../segments.ts';
import type { PageState } from '../views.ts';

// A live query may not write. So what it is about to look up, and what may not be in the indexed tables yet, is fetched before it.

/** Everybody and everything that the page names, with what belongs to them. */
export async function fetchPage(db: Database, page: PageState): Promise<void> {
  const { emails, domains } = namedOn(page);
  const values = [...emails, ...domains];
  if (values.length > 0) await reach(db, { values }, { around: 'all' });
}

/** By what the page names them: normalised addresses, and domains. */
export function namedOn({ people, companies }: PageState): { emails: string[]; domains: string[] } {
  const emails = people.flatMap(({ seen }) => seen.emails ?? []).map(normaliseEmail);
  return {
    emails: emails.filter((email) => email !== null),
    domains: companies.flatMap(({ seen }) => seen.domains ?? []),
  };
}

/** One record, with what belongs to it. */
export async function fetchRecord(db: Database, id: string): Promise<void> {
  await reach(db, { ids: [id] }, { around: 'all' });
}

/** Changes when more has come that is not in the indexed tables. */
export async function bulkArrivals(db: Database): Promise<number> {
  return (await segmentsNote(db)).next;
}
