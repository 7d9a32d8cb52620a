import type { SeenCompany } from '../../../shared/capture/seen.ts';
import { folded } from '../signature/closing-phrases.ts';
import { hasLegalForm } from '../signature/signature-words.ts';
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
  const segments = self.title
    .split(/\s+[|–—·•»:~-]+\s+|\s*[|»]\s*|:\s+/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
  const named = [own?.name, ...self.siteNames, ...segments].filter(
    (name) => name !== undefined && name !== '' && name.length <= 100,
  );
  const fitting = named.find((name) => fits(name, label));
  const name = own?.name ?? fitting ?? self.siteNames[0] ?? segments.find((part) => hasLegalForm(part));
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

/** The same last two labels; three where the second is as short as those of country suffixes (`co.uk`). */
export function sameSite(one: string, other: string): boolean {
  const base = (host: string) => {
    const labels = host.toLowerCase().split('.');
    return labels
      .slice(
        (labels.at(-2)?.length ?? 0) <= 3 && labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2
          ? -3
          : -2,
      )
      .join('.');
  };
  return base(one) === base(other);
}

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
