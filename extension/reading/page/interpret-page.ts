import type { PageText } from '../../../shared/capture/page-text.ts';
import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';
import { pageCountry } from '../../../shared/identity/page-country.ts';
import { findOrganisation } from './find-organisation.ts';
import { findPeople } from './find-people.ts';
import { believable, marked, mergeSeen } from './merge-seen.ts';
import { ownCompany } from './own-company.ts';
import { pageAddress } from './page-address.ts';
import { pageEmails } from './page-emails.ts';
import { pageNames } from './page-names.ts';
import { pagePhones } from './page-phones.ts';
import { peopleOfPage } from './people-of-page.ts';

/** What the content script read on an ordinary page, and the host it stands on. */
export type PageSource = { people: SeenPerson[]; companies: SeenCompany[]; text: PageText; host: string };

/**
 * People and companies of an ordinary page: what its mark-up says, joined with what its lines show. The page's own organisation
 * comes first. Everybody has `sure`; below .5 somebody is no more than mentioned. Pure; linear in the lines.
 *
 * Decision: the lines are for this call alone. They come with the reading because name lists, phone plans and weights are too
 * large for a content script, and are dropped with it: nothing stores them, nothing sends them, and what is made of them is
 * shown or suggested by the same rules as any other fact seen on a page. Never-listed addresses that a line holds are dropped
 * where suggestions are planned, as those of the mark-up are.
 */
export function interpretPage(source: PageSource): { people: SeenPerson[]; companies: SeenCompany[] } {
  const { text, host } = source;
  const names = pageNames(text, host);
  const phones = pagePhones(
    text.lines,
    pageCountry({ host, lang: text.lang, texts: text.lines.map((line) => line.text) }),
  );
  const emails = pageEmails(text.lines);
  const reachable = phones.length + emails.length > 0 || pageAddress(text.lines) !== undefined;
  const { own, candidates } = findOrganisation(text, source.companies, names, reachable);
  const telling = candidates
    .filter(({ sources }) =>
      ['copyright', 'host', 'legal', 'site-name', 'described'].some((one) => sources.has(one as never)),
    )
    .map(({ key }) => key);
  const found = findPeople(text, telling);
  const described = source.people.filter(believable);
  const given = new Set(
    [...described, ...source.companies]
      .flatMap((one) => one.emails ?? [])
      .map((email) => email.toLowerCase()),
  );
  const shown = peopleOfPage(text, found, phones, emails, given);
  const isMarkedUp = [...source.people, ...source.companies].some(({ sure }) => sure >= marked);
  const people = mergeSeen(described, isMarkedUp ? shown.filter(isReachable) : shown);
  const isSureOfOwn =
    own === null || own.sure >= marked || !source.companies.some(({ sure }) => sure >= marked);
  const companies = ownCompany({ ...source, own: isSureOfOwn ? own : null, names, phones, emails, people });
  const [first] = companies;
  if (isMarkedUp && first?.name === undefined && (first?.sure ?? 1) < marked) companies.shift();
  return { people: people.slice(0, 300), companies: companies.slice(0, 100) };
}

/** A page whose author marked up whom it is about does not mean everybody else whom it names. */
function isReachable({ emails, phones, title }: SeenPerson): boolean {
  return emails !== undefined || phones !== undefined || title !== undefined;
}
