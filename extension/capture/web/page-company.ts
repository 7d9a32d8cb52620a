import type { SeenCompany } from '../../../shared/capture/seen.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { hasLegalForm } from '../../../shared/text/signature-words.ts';
import { compact } from './schema-facts.ts';

/** What a page says about itself, for the company it belongs to. */
export interface PageSelf {
  host: string;
  title: string;
  siteNames: string[];
  emails: string[];
  phones: string[];
}

/**
 * The company of the page: named by its site name, its title, or a company its mark-up names, by which fits the host best. The
 * host is its domain only where name or addresses bear that out, so a profile on somebody else's site gives it none.
 */
export function pageCompany(self: PageSelf, described: readonly SeenCompany[]): SeenCompany | null {
  const label = hostLabel(self.host);
  const own = described.find(
    (company) => company.domains?.some((domain) => sameSite(domain, self.host)) || fits(company.name, label),
  );
  const all = self.title.split(/\s+[|–—·•»:~-]+\s+|\s*[|»]\s*|:+\s+/).map((part) => part.trim());
  const segments = all.filter((part) => part.length > 1 && part.length <= 100 && !aboutThePage.test(part));
  const named = [own?.name, ...self.siteNames, ...segments].filter((name) => name !== undefined);
  const fitting = named.find((name) => fits(name, label));
  // Of a page that says it is about reaching somebody, what else its title says is whom.
  const contact = segments.length < all.length ? segments.at(-1) : undefined;
  const name = fitting ?? own?.name ?? self.siteNames[0] ?? segments.find(hasLegalForm) ?? contact;
  const mine = self.emails.filter((email) => sameSite(email.slice(email.lastIndexOf('@') + 1), self.host));
  const isOwnSite = own !== undefined || fitting !== undefined || mine.length > 0;
  if (name === undefined && !isOwnSite) return null;
  return compact({
    ...own,
    name: name?.slice(0, 300),
    domains: isOwnSite ? [...new Set([self.host.replace(/^www\./, ''), ...(own?.domains ?? [])])] : undefined,
    emails: list([...(own?.emails ?? []), ...(isOwnSite ? mine : [])]),
    phones: list([...(own?.phones ?? []), ...(isOwnSite ? self.phones : [])]),
    sure: own !== undefined ? 0.9 : isOwnSite ? 0.7 : 0.4,
  });
}

function list(values: string[]): string[] | undefined {
  return values.length === 0 ? undefined : [...new Set(values)];
}

/** `tidewater` of www.tidewater.co.uk: the longest label is near enough without a table of suffixes. */
function hostLabel(host: string): string {
  const labels = host
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1);
  return labels.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** The same last two labels, or three under a country's `co.`, `com.`, `org.` and the like. */
export function sameSite(one: string, other: string): boolean {
  const base = (host: string) =>
    /[^.]+\.(?:(?:com?|org|net|gov|gob|ac|edu|or|ne|gv)\.)?[^.]+$/.exec(host.toLowerCase())?.[0];
  return base(one) === base(other);
}

const aboutThePage =
  /^(?:(?:our |unser |notre )?(?:contacts?|kontakt\w*|contact(?:ez|o|er|g?eg\w*)?|contatt\w+|impressum|imprint|mentions légales|aviso legal|note legali|about|über uns|team|ansprechpartner|people|staff|home(?:page)?|startseite|accueil|inicio|locations?|offices?|standorte|directory|お問い合わせ|会社概要)(?: (?:us|uns|me|nous|info\w*|page|form\w*|details|team|contact))*)$/iu;

function fits(name: string | undefined, label: string): boolean {
  if (name === undefined || label.length < 2) return false;
  const words = folded(name).split(' ');
  const squeezed = words.join('');
  const host = label.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  if (squeezed === host || (host.length >= 4 && squeezed.includes(host))) return true;
  const initials = words.map((word) => word[0]).join('');
  return (
    (squeezed.length >= 4 && host.includes(squeezed)) ||
    (initials.length >= 3 && initials === host) ||
    words.some((word) => word.length >= 5 && host.includes(word))
  );
}
