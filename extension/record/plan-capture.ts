import type { InterpretedReading } from '../../shared/capture/interpreted-reading.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { SuggestionRow } from '../db/stored-rows.ts';
import type { PageState } from '../db/views.ts';
import type { MailKeys } from './derive-ids.ts';
import { placeAddress, placeCompany } from './place-address.ts';
import { planMail } from './plan-mail.ts';
import { planPageCompany, planPagePerson } from './plan-page.ts';
import { type PlanInput, type Planning, startPlanning } from './planning.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import type { Evidence } from './record-changes.ts';

export type CapturePlan = {
  /** What is to be written, one group a mail. */
  groups: Change[][];
  suggestions: SuggestionRow[];
  page: Pick<PageState, 'people' | 'companies' | 'touches' | 'heldBack'>;
  /** New touches in `groups`. */
  touches: number;
  /** Affiliations (`<person> <account>`) to derive ids for before planning again; empty: the plan is whole. */
  missing: string[];
};

/** A reading after the first rungs of the ladder, before anything is looked up. */
export type Sorted = {
  mails: ReadMail[];
  emails: string[];
  domains: string[];
  /** Business address → its registrable domain: the affiliations that the mails can bring. */
  ties: Map<string, string>;
};

/** Applies the policy to a reading, and lists the addresses and registrable domains for which ids are needed. */
export function sortReading(reading: InterpretedReading, policy: Policy): Sorted {
  const mails = reading.mails.map((mail) => readMail(mail, policy, reading.mailbox));
  const emails = new Set<string>();
  const domains = new Set<string>();
  const ties = new Map<string, string>();
  for (const mail of mails) {
    for (const other of mail.kind === 'contact' ? mail.others : []) {
      emails.add(other.email);
      if (other.domain === null) continue;
      domains.add(other.domain);
      ties.set(other.email, other.domain);
    }
  }
  for (const address of reading.people.flatMap((person) => person.emails ?? [])) {
    const placed = placeAddress(address, policy, reading.mailbox);
    if (placed.kind === 'business' || placed.kind === 'freemail') emails.add(placed.email);
    if (placed.kind === 'business') domains.add(placed.domain);
  }
  for (const host of pageHosts(reading)) {
    const domain = placeCompany(host, policy);
    if (domain !== null) domains.add(domain);
  }
  return { mails, emails: [...emails], domains: [...domains], ties };
}

/** A directory would bury the page's few contacts under names that lead nowhere. */
const mostShown = 60;

/**
 * What a reading changes, and what the panel shows of it. Pure: the same reading, knowledge and randomness give the same
 * plan. A reading repeated changes nothing.
 */
export function planCapture(
  input: PlanInput,
  reading: InterpretedReading,
  sorted: Sorted,
  keys: readonly MailKeys[],
): CapturePlan {
  const planning = startPlanning(input);
  const about = { source: sourceOf(reading, input.policy), reader: reading.reader };
  const page: CapturePlan['page'] = {
    people: [],
    companies: [],
    touches: [],
    heldBack: { ...reading.heldBack },
  };
  const groups: Change[][] = [];
  let touches = 0;
  const inOrder = [...sorted.mails.keys()].sort((a, b) => when(reading, a) - when(reading, b));
  for (const i of inOrder) {
    const [mail, read, mailKeys] = [reading.mails[i], sorted.mails[i], keys[i]];
    if (mail === undefined || mailKeys === undefined || read === undefined) continue;
    if (read.kind === 'held') page.heldBack[read.why] += 1;
    if (read.kind !== 'contact') continue;
    const plan = planMail(planning, mail, read, mailKeys, about);
    if (plan.changes.length > 0) groups.push(plan.changes);
    if (plan.isNew) touches += 1;
    if (plan.touch !== null && !page.touches.includes(plan.touch)) page.touches.push(plan.touch);
    for (const person of plan.people) addPerson(page.people, person);
  }
  for (const seen of reading.people) {
    const entry = planPagePerson(planning, seen, about);
    if (entry !== null && (hasAddress(entry) || page.people.length < mostShown))
      addPerson(page.people, entry);
  }
  page.companies = companiesOf(planning, reading, sorted, about);
  // A later mail of the same page may have brought in whom an earlier one only suggested.
  page.people = page.people.map((entry) =>
    isPooled(planning, entry) ? { ...entry, suggestion: null } : entry,
  );
  const suggestions = [...planning.suggestions.values()].filter((row) => !planning.personIds.has(row.key));
  return { groups, suggestions, page, touches, missing: [...planning.missing] };
}

function hasAddress({ seen }: PageState['people'][number]): boolean {
  return (seen.emails?.length ?? 0) > 0;
}

function isPooled(planning: Planning, { seen }: PageState['people'][number]): boolean {
  return seen.emails?.some((email) => planning.personIds.has(email)) === true;
}

/** Each address once on the panel; a role in a mail says more than having been seen. */
function addPerson(people: PageState['people'], entry: PageState['people'][number]): void {
  const email = entry.seen.emails?.[0];
  const at = email === undefined ? -1 : people.findIndex((p) => p.seen.emails?.includes(email));
  const before = people[at];
  if (before === undefined) people.push(entry);
  else people[at] = { ...before, seen: { ...entry.seen, ...before.seen } };
}

function companiesOf(
  planning: Planning,
  reading: InterpretedReading,
  sorted: Sorted,
  about: Pick<Evidence, 'source' | 'reader'>,
): PageState['companies'] {
  const companies: PageState['companies'] = [];
  const shown = new Set<string>();
  const add = (entry: PageState['companies'][number] | null) => {
    if (entry === null || entry.seen.domains?.some((d) => shown.has(d))) return;
    for (const domain of entry.seen.domains ?? []) shown.add(domain);
    companies.push(entry);
  };
  for (const seen of reading.companies) add(planPageCompany(planning, seen, about));
  for (const mail of sorted.mails) {
    for (const { domain, seen } of mail.kind === 'contact' ? mail.others : []) {
      if (domain === null) continue;
      const name = seen.organisation === undefined ? {} : { name: seen.organisation };
      add({ seen: { ...name, domains: [domain], sure: seen.sure }, suggestion: null });
    }
  }
  // A page that names no company still has a host; it is shown where the pool knows it, and never suggested.
  const host = hostDomain(reading, planning.policy);
  if (host !== null && planning.accountIds.has(host)) {
    add({ seen: { domains: [host], sure: 1 }, suggestion: null });
  }
  return companies;
}

function pageHosts(reading: InterpretedReading): string[] {
  const named = reading.companies.flatMap((company) => [
    ...(company.domains ?? []),
    ...(company.emails ?? []).map((email) => email.slice(email.lastIndexOf('@') + 1)),
  ]);
  const host = URL.parse(reading.page.origin)?.hostname;
  return reading.reader.id === 'web' && host !== undefined ? [...named, host] : named;
}

function hostDomain(reading: InterpretedReading, policy: Policy): string | null {
  if (reading.reader.id !== 'web') return null;
  const host = URL.parse(reading.page.origin)?.hostname;
  return host === undefined ? null : placeCompany(host, policy);
}

/** The title of a webmail's page is a subject or a mailbox; only an ordinary page's is a source. */
function sourceOf({ page, reader }: InterpretedReading, policy: Policy): Evidence['source'] {
  return {
    origin: page.origin,
    title: reader.id === 'web' && page.title !== '' ? page.title.slice(0, 300) : null,
    path: policy.keepPath ? page.path.slice(0, 1000) : null,
  };
}

function when(reading: InterpretedReading, index: number): number {
  return reading.mails[index]?.date.ms ?? 0;
}
