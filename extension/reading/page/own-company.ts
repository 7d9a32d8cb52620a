import type { PageText } from '../../../shared/capture/page-text.ts';
import { mostCompanyPhones, type SeenCompany, type SeenPerson } from '../../../shared/capture/seen.ts';
import type { FoundOrganisation } from './find-organisation.ts';
import { nameKey } from './organisation-candidates.ts';
import { hostFit } from './organisation-features.ts';
import { pageAddress } from './page-address.ts';
import type { PageEmail } from './page-emails.ts';
import { isFreemail, labelOf, type PageNames } from './page-names.ts';
import { lastDigits, type PagePhone } from './page-phones.ts';

type Known = {
  text: PageText;
  host: string;
  companies: readonly SeenCompany[];
  own: FoundOrganisation | null;
  names: PageNames;
  phones: readonly PagePhone[];
  emails: readonly PageEmail[];
  people: readonly SeenPerson[];
};

/** Described by the page's mark-up; below it, the content script's own guess from title and host. */
const marked = 0.8;

/** The companies of a page, its own first, with the numbers, addresses and mail addresses that are nobody's in particular. */
export function ownCompany(known: Known): SeenCompany[] {
  const { companies, own, text } = known;
  const [first, ...others] = companies;
  const key = own?.key ?? (first?.name === undefined ? '' : nameKey(first.name));
  const same = companies.find(({ name }) => name !== undefined && isSame(nameKey(name), key));
  const guess = first !== undefined && first.sure < marked ? first : undefined;
  const base = same ?? guess;
  const name = same?.name ?? own?.name ?? first?.name;
  const phones = unassigned(known, base);
  const isOwnHost = hostFit(key, known.names.hostLabel) !== null;
  const domains = base?.domains ?? (isOwnHost ? [known.host.replace(/^www\./, '')] : undefined);
  const emails = ownEmails(known, key, domains, base);
  const address = base?.address ?? pageAddress(text.lines);
  const sure = Math.max(same?.sure ?? 0, Math.min(0.85, own?.sure ?? (name === undefined ? 0.3 : 0.4)));
  if (name === undefined && phones.length + emails.length === 0) return [...companies];
  const company: SeenCompany = {
    ...base,
    ...(name !== undefined && { name: name.slice(0, 300) }),
    ...(domains !== undefined && { domains }),
    ...(emails.length > 0 && { emails }),
    ...(phones.length > 0 && { phones }),
    ...(address !== undefined && { address: address.slice(0, 500) }),
    sure: Math.round(100 * sure) / 100,
  };
  const rest = (base === guess && base !== undefined ? others : companies).filter(
    (other) => other !== same && other !== base,
  );
  return [company, ...rest];
}

function isSame(one: string, other: string): boolean {
  if (one === other) return one !== '';
  return (
    one.length > 3 &&
    other.length > 3 &&
    (` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `))
  );
}

function unassigned({ phones, people }: Known, base: SeenCompany | undefined): string[] {
  const theirs = new Set(
    people.flatMap((person) => [...(person.phones ?? []), ...(person.faxes ?? [])]).map(lastDigits),
  );
  const byDigits = new Map((base?.phones ?? []).map((phone) => [lastDigits(phone), phone]));
  for (const { kind, text } of phones) {
    const digits = lastDigits(text);
    if (kind === 'voice' && !theirs.has(digits) && !byDigits.has(digits))
      byDigits.set(digits, text.slice(0, 60));
  }
  return [...byDigits.values()].slice(0, mostCompanyPhones);
}

/**
 * Addresses of the organisation itself: under a domain that is its own by the host or by its name, freemail that the page gives
 * for itself, or the only domain that the page names at all.
 */
function ownEmails(
  { emails, people, names }: Known,
  key: string,
  domains: readonly string[] | undefined,
  base: SeenCompany | undefined,
): string[] {
  const theirs = new Set(people.flatMap((person) => person.emails ?? []).map((email) => email.toLowerCase()));
  const hosts = new Set(emails.map(({ email }) => hostOf(email)));
  const labels = new Set([names.hostLabel, ...(domains ?? []).map(labelOf)]);
  const isOwn = (host: string) =>
    hosts.size === 1 || labels.has(labelOf(host)) || isFreemail(host) || hostFit(key, labelOf(host)) !== null;
  const found = new Map((base?.emails ?? []).map((email) => [email.toLowerCase(), email]));
  for (const { email } of emails) {
    const lower = email.toLowerCase();
    if (!theirs.has(lower) && !found.has(lower) && isOwn(hostOf(email))) found.set(lower, email);
  }
  return [...found.values()].slice(0, 20);
}

function hostOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
