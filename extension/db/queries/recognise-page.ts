import type { Table } from 'dexie';
import { normaliseEmail } from '../../../shared/identity/email-address.ts';
import { nameWords } from '../../../shared/identity/person-name.ts';
import type { Database } from '../database.ts';
import { accountDifferences, personDifferences } from '../page-differences.ts';
import { accountViews } from '../read-accounts.ts';
import { glancesOf, topRows } from '../read-groups.ts';
import { personViews } from '../read-people.ts';
import { memberGlances } from '../read-touches.ts';
import { isLocked } from '../search-rows.ts';
import type { AccountRow, PersonRow } from '../stored-rows.ts';
import type { Elsewhere, PageState, RecognisedCompany, RecognisedPerson, Standing } from '../views.ts';

/**
 * Who and what is on the page, each with its standing to the pool. People are known by their addresses, companies by their
 * registrable domains (to which the background has already reduced what the page said); who has none is looked for by name,
 * and then it is never more than a candidate.
 */
export async function recognisePage(
  db: Database,
  state: PageState,
): Promise<(RecognisedPerson | RecognisedCompany)[]> {
  const hidden = await isLocked(db);
  const made = [...state.people, ...state.companies].map((entry) => entry.suggestion);
  const rows = await db.suggestions.bulkGet(made.filter((id) => id !== null));
  const open = new Set(rows.filter((row) => row?.state === 'open').map((row) => row?.id));
  const found = await Promise.all([
    ...state.people.map((entry) => recognisePerson(db, entry, hidden)),
    ...state.companies.map((entry) => recogniseCompany(db, entry, hidden)),
  ]);
  // The page's state says what was suggested when it was read; the person, or a colleague's capture, may have answered since.
  const isOpen = ({ standing, suggestion }: (typeof found)[number]) =>
    open.has(suggestion ?? '') && (standing.kind === 'unknown' || standing.kind === 'several');
  return found.map((entry) => (isOpen(entry) ? entry : { ...entry, suggestion: null }));
}

async function recognisePerson(
  db: Database,
  { seen, role, suggestion, elsewhere }: PageState['people'][number],
  hidden: boolean,
): Promise<RecognisedPerson> {
  const emails = (seen.emails ?? []).map(normaliseEmail).filter((email) => email !== null);
  const key = emails[0] ?? seen.name ?? '';
  const entry = { kind: 'person' as const, key, seen, role, suggestion };
  const unknown: RecognisedPerson = { ...entry, standing: await notHeld(db, elsewhere), person: null };
  if (hidden) return unknown;
  const rows =
    emails.length > 0
      ? await topRows(db.people, await db.people.where('emails').anyOf(emails).distinct().toArray())
      : await sameName(db.people, seen.name);
  const [only] = rows;
  if (only === undefined) return unknown;
  if (rows.length > 1 || emails.length === 0) {
    return { ...entry, standing: await several(db, 'person', rows), person: null };
  }
  const [person = null] = await personViews(db, [only]);
  if (person === null) return unknown;
  return { ...entry, person, standing: changedOrKnown(await personDifferences(db, person, seen)) };
}

async function recogniseCompany(
  db: Database,
  { seen, suggestion, elsewhere }: PageState['companies'][number],
  hidden: boolean,
): Promise<RecognisedCompany> {
  const domains = seen.domains ?? [];
  const key = domains[0] ?? seen.name ?? '';
  const entry = { kind: 'company' as const, key, seen, suggestion };
  const unknown: RecognisedCompany = { ...entry, standing: await notHeld(db, elsewhere), account: null };
  if (hidden) return unknown;
  const rows =
    domains.length > 0
      ? await topRows(db.accounts, await db.accounts.where('domains').anyOf(domains).distinct().toArray())
      : await sameName(db.accounts, seen.name);
  const [only] = rows;
  if (only === undefined) return unknown;
  if (rows.length > 1 || domains.length === 0) {
    return { ...entry, standing: await several(db, 'account', rows), account: null };
  }
  const [account = null] = await accountViews(db, [only]);
  return { ...entry, account, standing: changedOrKnown(await accountDifferences(db, only, seen)) };
}

/** Unknown, unless the company knows them and this device holds no row of them. */
async function notHeld(db: Database, elsewhere: Elsewhere | undefined): Promise<Standing> {
  if (elsewhere === undefined || (await isLocked(db))) return { kind: 'unknown' };
  const { steward, lastTouchDay } = elsewhere;
  const name = steward === null ? null : ((await memberGlances(db)).get(steward)?.name ?? null);
  return {
    kind: 'elsewhere',
    steward: name,
    lastTouch: lastTouchDay === null ? null : lastTouchDay * 86_400_000,
  };
}

function changedOrKnown(differences: Extract<Standing, { kind: 'changed' }>['differences']): Standing {
  return differences.length > 0 ? { kind: 'changed', differences } : { kind: 'known' };
}

async function several(
  db: Database,
  kind: 'account' | 'person',
  rows: readonly (PersonRow | AccountRow)[],
): Promise<Standing> {
  const shown = rows.slice(0, 20).map(({ id }) => id);
  const glances = await glancesOf(db, kind, shown);
  return { kind: 'several', candidates: shown.map((id) => glances.get(id) ?? { id, name: '' }) };
}

/** Records of this name; a merged one is known by each name that it ever had. */
async function sameName<R extends PersonRow | AccountRow>(
  table: Table<R, string>,
  name: string | undefined,
): Promise<R[]> {
  const words = nameWords(name ?? '').join(' ');
  if (words === '') return [];
  return table.where('sortName').equals(words).or('alsoNamed').equals(words).distinct().toArray();
}
