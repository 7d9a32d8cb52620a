import * as v from 'valibot';
import { touchDecided } from '../../shared/domain/touch.ts';
import type { ContactKeys } from '../../shared/identity/same-contact.ts';
import type { RecordState } from '../../shared/sync/row.ts';
import type { Database } from '../db/database.ts';
import { touchFact } from '../db/held-rows.ts';
import { viewOf } from '../db/held-state.ts';
import { reachWithin } from '../db/reach.ts';
import type { SuggestionRow } from '../db/stored-rows.ts';

/** What the device already knows of whatever a page names; the plan is made from this alone. */
export type Knowledge = {
  /** Normalised address → the person who has it. */
  people: Map<string, { id: string; view: RecordState }>;
  /** Registrable domain → the account that has it. */
  accounts: Map<string, { id: string; view: RecordState }>;
  affiliations: Map<string, RecordState>;
  /** Contacts that this member already witnessed. */
  witnessed: (ContactKeys & { id: string })[];
  /** Strong keys of mails that our side sent. */
  sentByUs: Set<string>;
  /** Contacts that this member called private. */
  withheld: ContactKeys[];
  suggestions: Map<string, SuggestionRow>;
};

export type Asked = {
  emails: readonly string[];
  domains: readonly string[];
  /** Keys of the mails in front, and strong keys of the mails that they answer. */
  strong: readonly string[];
  weak: readonly string[];
  answered: readonly string[];
  suggestions: readonly string[];
  member: string;
};

/** Reads what is known; to be called inside the transaction that then writes, so that nothing comes between. */
export async function gatherKnowledge(db: Database, asked: Asked): Promise<Knowledge> {
  const values = [...asked.emails, ...asked.domains, ...asked.strong, ...asked.weak, ...asked.answered];
  await reachWithin(db, { values }, { around: 'ties' });
  const people = new Map<string, { id: string; view: RecordState }>();
  const holders = await db.people
    .where('emails')
    .anyOf([...asked.emails])
    .distinct()
    .toArray();
  // What is captured goes to the record that holds the address, also where another stands for it: undoing the merge then
  // gives back to each what came to it. Where several hold it, it is the one on top.
  for (const row of holders.toSorted(topFirst)) {
    for (const email of row.emails)
      if (!people.has(email)) people.set(email, { id: row.id, view: viewOf(row) });
  }
  const accounts = new Map<string, { id: string; view: RecordState }>();
  const owners = await db.accounts
    .where('domains')
    .anyOf([...asked.domains])
    .distinct()
    .toArray();
  for (const row of owners.toSorted(topFirst)) {
    for (const domain of row.domains) {
      if (!accounts.has(domain)) accounts.set(domain, { id: row.id, view: viewOf(row) });
    }
  }
  const affiliations = new Map<string, RecordState>();
  const known = [...new Set([...people.values()].map((p) => p.id))];
  for (const row of await db.affiliations.where('person').anyOf(known).toArray()) {
    affiliations.set(row.id, viewOf(row));
  }
  const suggestions = new Map<string, SuggestionRow>();
  for (const row of await db.suggestions.bulkGet([...asked.suggestions])) {
    if (row !== undefined) suggestions.set(row.id, row);
  }
  return { people, accounts, affiliations, suggestions, ...(await knownContacts(db, asked)) };
}

function topFirst(a: { mergedInto?: string }, b: { mergedInto?: string }): number {
  return Number(a.mergedInto !== undefined) - Number(b.mergedInto !== undefined);
}

async function knownContacts(
  db: Database,
  { strong, weak, answered, member }: Asked,
): Promise<Pick<Knowledge, 'witnessed' | 'sentByUs' | 'withheld'>> {
  const witnessed: Knowledge['witnessed'] = [];
  const sentByUs = new Set<string>();
  const rows = [
    ...(await db.touches
      .where('strong')
      .anyOf([...strong, ...answered])
      .toArray()),
    ...(await db.touches
      .where('weak')
      .anyOf([...weak])
      .toArray()),
  ];
  for (const row of rows) {
    const fact = touchFact(viewOf(row));
    if (fact === null) continue;
    if (fact.direction === 'out' && fact.strong !== null) sentByUs.add(fact.strong);
    const decided = v.safeParse(touchDecided, viewOf(row).decided);
    if (decided.success && decided.output.witness === member) {
      witnessed.push({ id: row.id, strong: fact.strong, weak: fact.weak, at: fact.at });
    }
  }
  const withheld = [
    ...(await db.withheld
      .where('strong')
      .anyOf([...strong])
      .toArray()),
    ...(await db.withheld
      .where('weak')
      .anyOf([...weak])
      .toArray()),
  ];
  return { witnessed, sentByUs, withheld };
}
