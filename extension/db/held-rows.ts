import * as v from 'valibot';
import { type Touch, touchDecided, touchSchema } from '../../shared/domain/touch.ts';
import { nameWords } from '../../shared/identity/person-name.ts';
import { setValues } from '../../shared/sync/observed-set.ts';
import type { RecordState } from '../../shared/sync/row.ts';
import { pairFact } from './foresee-pair.ts';
import { viewOf } from './held-state.ts';
import type {
  AccountRow,
  AffiliationRow,
  Held,
  NoteRow,
  PairRow,
  PersonRow,
  SightingRow,
  TouchRow,
} from './stored-rows.ts';

/** One register's value, or null where it is absent or was cleared. */
export function field(state: RecordState, name: string): string | null {
  return state.fields?.[name]?.value || null;
}

/** One set's values, in the order in which they came. */
export function values(state: RecordState, name: string): string[] {
  return setValues(state.sets?.[name]);
}

/** A touch's fact, or null where it was written by a version whose shape this one does not know. */
export function touchFact(state: RecordState): Touch | null {
  return v.is(touchSchema, state.fact) ? state.fact : null;
}

/** Stands where the server has not yet said who the steward is: such an account is in nobody's list and not in the queue. */
const undecided = '?';

export function accountRow(held: Held): AccountRow {
  const view = viewOf(held);
  const domains = values(view, 'domains');
  const name = field(view, 'name') ?? domains[0] ?? '';
  const steward = view.decided?.steward;
  return {
    ...held,
    sortName: nameWords(name).join(' '),
    steward: steward === null ? '' : typeof steward === 'string' ? steward : undecided,
    domains,
    words: distinct([name, ...domains].flatMap(nameWords)),
  };
}

export function personRow(held: Held): PersonRow {
  const view = viewOf(held);
  const emails = values(view, 'emails');
  const name = field(view, 'name') ?? emails[0] ?? '';
  return {
    ...held,
    sortName: nameWords(name).join(' '),
    emails,
    words: distinct([name, ...emails].flatMap(nameWords)),
  };
}

export function affiliationRow(held: Held): AffiliationRow {
  const view = viewOf(held);
  return { ...held, person: field(view, 'person') ?? '', account: field(view, 'account') ?? '' };
}

/** `<id> <time>`, so that the touches of one record lie together in the index, oldest first. */
export function timedKey(id: string, at: number): string {
  return `${id} ${Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')}`;
}

export function touchRow(held: Held): TouchRow {
  const view = viewOf(held);
  const fact = touchFact(view);
  const decided = v.safeParse(touchDecided, view.decided);
  const link = decided.success ? decided.output.link : null;
  const shown = fact !== null && link === null;
  return {
    ...held,
    root: link ?? held.id,
    byAccount: shown ? distinct(fact.accounts).map((id) => timedKey(id, fact.at)) : [],
    byPerson: shown ? distinct(fact.people.map((p) => p.person)).map((id) => timedKey(id, fact.at)) : [],
    ...(fact?.strong ? { strong: fact.strong } : {}),
    ...(fact?.weak ? { weak: fact.weak } : {}),
  };
}

export function sightingRow(held: Held): SightingRow {
  const subject = (viewOf(held).fact as { subject?: { id?: unknown } } | undefined)?.subject?.id;
  return { ...held, subject: typeof subject === 'string' ? subject : '' };
}

export function noteRow(held: Held): NoteRow {
  const view = viewOf(held);
  return { ...held, about: field(view, 'text') === null ? '' : (field(view, 'about') ?? '') };
}

export function pairRow(held: Held): PairRow {
  const pair = pairFact(viewOf(held));
  return { ...held, records: pair?.verdict === 'same' ? [pair.keep, pair.other] : [] };
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)];
}
