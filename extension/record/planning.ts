import type { SeenPerson } from '../../shared/capture/seen.ts';
import { type Randomness, timedId } from '../../shared/domain/ids.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { applyChange } from '../../shared/sync/apply-change.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { RecordState } from '../../shared/sync/row.ts';
import { makeStamp } from '../../shared/sync/stamp.ts';
import type { SuggestionRow } from '../db/stored-rows.ts';
import { affiliationKey, type Ids } from './derive-ids.ts';
import type { Knowledge } from './knowledge.ts';
import {
  accountFacts,
  affiliationFacts,
  changesFor,
  companyFacts,
  type Evidence,
  type Facts,
  type Keeping,
  personFacts,
} from './record-changes.ts';

/** What a plan is made from. Times are milliseconds since the epoch on the corrected clock. */
export type PlanInput = {
  policy: Policy;
  member: string;
  ids: Ids;
  knowledge: Knowledge;
  now: number;
  random: Randomness;
};

/** A plan under way: what is known, with what the plan itself has already added. */
export type Planning = PlanInput & {
  /** Record id → state as it will be. */
  views: Map<string, RecordState>;
  personIds: Map<string, string>;
  accountIds: Map<string, string>;
  suggestions: Map<string, SuggestionRow>;
  /** Affiliations whose ids must be derived before this plan can be carried out. */
  missing: Set<string>;
};

export function startPlanning(input: PlanInput): Planning {
  const { people, accounts, affiliations } = input.knowledge;
  const views = new Map(affiliations);
  for (const { id, view } of [...people.values(), ...accounts.values()]) views.set(id, view);
  return {
    ...input,
    views,
    personIds: new Map([...people].map(([email, { id }]) => [email, id])),
    accountIds: new Map([...accounts].map(([domain, { id }]) => [domain, id])),
    suggestions: new Map(),
    missing: new Set(),
  };
}

/** Somebody on their way into the pool. `domain` null: no company. */
export type Newcomer = { email: string; domain: string | null; seen: SeenPerson };

export type Pooled = { person: string; account: string | null; changes: Change[] };

/**
 * Person, account and the tie between them, as far as they are new; each value with its evidence. A new touch has evidence for
 * each of its people even where they are known: it says where and by which reader the contact was seen.
 */
export function poolPerson(
  planning: Planning,
  { email, domain, seen }: Newcomer,
  evidence: Omit<Evidence, 'sure'>,
  isNewTouch: boolean,
): Pooled {
  const person = planning.personIds.get(email) ?? derived(planning.ids.person, email);
  const own: Evidence = { ...evidence, sure: seen.sure };
  const lay = layer(planning, own);
  const keeping: Keeping = isNewTouch ? 'differing' : 'new';
  const changes = lay('person', person, personFacts(seen, email, domain), isNewTouch ? 'all' : 'new');
  planning.personIds.set(email, person);
  if (domain === null) return { person, account: null, changes };
  const account = planning.accountIds.get(domain) ?? derived(planning.ids.account, domain);
  changes.push(...lay('account', account, accountFacts(domain, seen), keeping));
  planning.accountIds.set(domain, account);
  const tie = planning.ids.affiliation.get(affiliationKey(person, account));
  if (tie === undefined) planning.missing.add(affiliationKey(person, account));
  else changes.push(...lay('affiliation', tie, affiliationFacts(person, account, seen.title), keeping));
  return { person, account, changes };
}

export function poolCompany(
  planning: Planning,
  domain: string,
  seen: Parameters<typeof companyFacts>[1],
  evidence: Omit<Evidence, 'sure'>,
): Change[] {
  const account = planning.accountIds.get(domain) ?? derived(planning.ids.account, domain);
  planning.accountIds.set(domain, account);
  const lay = layer(planning, { ...evidence, sure: seen.sure });
  return lay('account', account, companyFacts(domain, seen), 'new');
}

/** Keeps a suggestion unless the person has already answered it. Its id, or null where it must not be made again. */
export function suggest(planning: Planning, row: SuggestionRow): string | null {
  const before = planning.suggestions.get(row.id) ?? planning.knowledge.suggestions.get(row.id);
  if (before !== undefined && before.state !== 'open') return null;
  // What carries the contact is worth more than what was merely seen.
  if (before === undefined || (before.touch === null && row.touch !== null)) {
    planning.suggestions.set(row.id, row);
  }
  return row.id;
}

function layer(planning: Planning, evidence: Evidence) {
  return (on: 'person' | 'account' | 'affiliation', id: string, facts: Facts, keeping: Keeping) => {
    const sightingId = () => timedId(planning.now, planning.random);
    const held = planning.views.get(id);
    const changes = changesFor(on, id, facts, held, evidence, sightingId, keeping);
    for (const change of changes) {
      if (change.id !== id) continue;
      // The stamp only has to be one: the real one is given when the plan is written.
      const view = applyChange(planning.views.get(id) ?? null, change, makeStamp(0, 0, '0')).state;
      planning.views.set(id, view);
    }
    return changes;
  };
}

function derived(ids: ReadonlyMap<string, string>, of: string): string {
  const id = ids.get(of);
  if (id === undefined) throw new Error('an id was not derived before planning');
  return id;
}
