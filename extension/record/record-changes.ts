import type { SeenCompany, SeenPerson } from '../../shared/capture/seen.ts';
import type { ReaderId, Sighting } from '../../shared/domain/sighting.ts';
import { registrableDomain } from '../../shared/identity/registrable-domain.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { RecordState } from '../../shared/sync/row.ts';

/** What a page says of one record, as registers and sets. */
export type Facts = { set: Record<string, string>; add: Record<string, string[]> };

/** What every sighting of one reading says. */
export type Evidence = {
  source: Sighting['source'];
  reader: { id: ReaderId; version: number };
  seenAt: number;
  touch: string | null;
  sure: number;
};

/** Longest values that the records take; what is longer was no such value. */
const most = { name: 200, title: 200, address: 500, website: 500, phone: 40, url: 500 };

/** `domain`: the person's company's, whose own site is no page of the person's. */
export function personFacts(seen: SeenPerson, email: string, domain: string | null): Facts {
  const urls = (seen.urls ?? []).filter((url) => domain === null || websiteOf([url], domain) === undefined);
  return compact(
    { name: within(seen.name, most.name) },
    { emails: [email], phones: each(seen.phones, most.phone), urls: each(urls, most.url) },
  );
}

/** The account as its person's signature, or the page, describes it. */
export function accountFacts(
  domain: string,
  seen: { organisation?: string | undefined; address?: string | undefined; urls?: string[] | undefined },
): Facts {
  return compact(
    {
      name: within(seen.organisation, most.name),
      website: websiteOf(seen.urls ?? [], domain),
      address: within(seen.address, most.address),
    },
    { domains: [domain] },
  );
}

export function companyFacts(domain: string, seen: SeenCompany): Facts {
  const facts = accountFacts(domain, { organisation: seen.name, address: seen.address, urls: seen.urls });
  return compact(facts.set, { ...facts.add, phones: each(seen.phones, most.phone) });
}

export function affiliationFacts(person: string, account: string, title: string | undefined): Facts {
  return compact({ person, account, title: within(title, most.title) }, {});
}

/**
 * What of a reading is kept as evidence: the values that are new; also those that differ from what is held (a page replaces
 * nothing, but what it said is kept); or all of them, and then there always is evidence.
 */
export type Keeping = 'new' | 'differing' | 'all';

/** The change that the facts make to what is held, with its evidence; nothing where the page says nothing to keep. */
export function changesFor(
  on: Sighting['subject']['kind'],
  id: string,
  facts: Facts,
  held: RecordState | undefined,
  evidence: Evidence,
  sightingId: () => string,
  keeping: Keeping,
): Change[] {
  const set: Record<string, string> = {};
  const differing: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts.set)) {
    const register = held?.fields?.[name];
    if (register === undefined) set[name] = value;
    else if (register.value !== value) differing[name] = value;
  }
  const add: Record<string, string[]> = {};
  for (const [name, found] of Object.entries(facts.add)) {
    const fresh = found.filter((value) => held?.sets?.[name]?.[value] === undefined);
    if (fresh.length > 0) add[name] = fresh;
  }
  const changes: Change[] = [];
  const isNew = Object.keys(set).length > 0 || Object.keys(add).length > 0;
  if (isNew) changes.push({ on, id, rank: 'page', ...nonEmpty({ set }), ...nonEmpty({ add }) });
  const differingToo = { ...set, ...differing, ...add };
  const read = { new: { ...set, ...add }, differing: differingToo, all: { ...facts.set, ...facts.add } }[
    keeping
  ];
  if (Object.keys(read).length > 0) {
    const fact: Sighting = { subject: { kind: on, id }, read, ...evidence };
    changes.push({ on: 'sighting', id: sightingId(), fact });
  }
  return changes;
}

function websiteOf(urls: readonly string[], domain: string): string | undefined {
  for (const url of urls) {
    const parsed = URL.parse(/^https?:/i.test(url) ? url : `https://${url}`);
    if (parsed !== null && registrableDomain(parsed.hostname) === domain) {
      return within(parsed.origin, most.website);
    }
  }
  return undefined;
}

function within(text: string | undefined, limit: number): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed && trimmed.length <= limit ? trimmed : undefined;
}

function each(texts: readonly string[] | undefined, limit: number): string[] {
  const fitting = (texts ?? []).map((text) => within(text, limit)).filter((text) => text !== undefined);
  // A set keeps its values as an object's keys, among which inherited names would always be found.
  return [...new Set(fitting)].filter((text) => !(text in Object.prototype));
}

function compact(set: Record<string, string | undefined>, add: Record<string, string[]>): Facts {
  const facts: Facts = { set: {}, add: {} };
  for (const [name, value] of Object.entries(set)) if (value !== undefined) facts.set[name] = value;
  for (const [name, found] of Object.entries(add)) if (found.length > 0) facts.add[name] = found;
  return facts;
}

function nonEmpty<T extends Record<string, object>>(entry: T): T | Record<string, never> {
  return Object.values(entry).every((value) => Object.keys(value).length === 0) ? {} : entry;
}
