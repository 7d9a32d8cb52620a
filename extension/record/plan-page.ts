import type { SeenCompany, SeenPerson } from '../../shared/capture/seen.ts';
import type { SuggestionRow } from '../db/stored-rows.ts';
import type { PageState } from '../db/views.ts';
import { placeAddress, placeCompany } from './place-address.ts';
import { type Planning, suggest } from './planning.ts';
import type { Evidence } from './record-changes.ts';

/** Below it a reader takes somebody for mentioned, not for somebody whom the page is about. */
const leastToShow = 0.5;

type About = Pick<Evidence, 'source' | 'reader'>;

/**
 * People merely seen on a page: suggested where an address tells who they are, shown where it does not, and passed over
 * where any of their addresses is one that policy keeps out, or where running text no more than mentions them.
 */
export function planPagePerson(
  planning: Planning,
  seen: SeenPerson,
  about: About,
): PageState['people'][number] | null {
  const placed = (seen.emails ?? []).map((email) => placeAddress(email, planning.policy, null));
  if (placed.some(({ kind }) => kind === 'never' || kind === 'ours' || kind === 'robot')) return null;
  const usable = placed.filter((p) => p.kind === 'business' || p.kind === 'freemail');
  const first = usable.find((p) => p.kind === 'business') ?? usable[0];
  if (first === undefined && between(seen.sure) < leastToShow) return null;
  const cleaned: SeenPerson = { ...seen, emails: usable.map((p) => p.email), sure: between(seen.sure) };
  const entry = { seen: cleaned, role: null };
  const id = first === undefined ? undefined : planning.ids.person.get(first.email);
  if (first === undefined || id === undefined) return { ...entry, suggestion: null };
  if (usable.some((p) => planning.personIds.has(p.email))) return { ...entry, suggestion: null };
  const row: SuggestionRow = {
    id,
    kind: 'person',
    state: 'open',
    why: 'on-page',
    key: first.email,
    person: cleaned,
    company: null,
    domain: first.kind === 'business' ? first.domain : null,
    reader: about.reader,
    source: about.source,
    touch: null,
    at: planning.now,
  };
  return { ...entry, suggestion: suggest(planning, row) };
}

/** A company on a page, its domains reduced to registrable ones; suggested where the pool has none of them. */
export function planPageCompany(
  planning: Planning,
  seen: SeenCompany,
  about: About,
): PageState['companies'][number] | null {
  const hosts = [...(seen.domains ?? []), ...(seen.emails ?? []).map((e) => e.slice(e.lastIndexOf('@') + 1))];
  const domains = [...new Set(hosts.map((h) => placeCompany(h, planning.policy)))].filter((d) => d !== null);
  if (hosts.length > 0 && domains.length === 0) return null;
  const cleaned: SeenCompany = { ...seen, domains, sure: between(seen.sure) };
  const [first] = domains;
  const id = first === undefined ? undefined : planning.ids.account.get(first);
  if (first === undefined || id === undefined || domains.some((d) => planning.accountIds.has(d))) {
    return { seen: cleaned, suggestion: null };
  }
  const row: SuggestionRow = {
    id,
    kind: 'company',
    state: 'open',
    why: 'on-page',
    key: first,
    person: null,
    company: cleaned,
    domain: first,
    reader: about.reader,
    source: about.source,
    touch: null,
    at: planning.now,
  };
  return { seen: cleaned, suggestion: suggest(planning, row) };
}

function between(sure: number): number {
  return Number.isFinite(sure) ? Math.min(1, Math.max(0, sure)) : 0;
}
