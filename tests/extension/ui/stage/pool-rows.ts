import {
  accountRow,
  affiliationRow,
  noteRow,
  pairRow,
  personRow,
  touchRow,
} from '../../../../extension/db/held-rows.ts';
import type {
  AccountRow,
  AffiliationRow,
  DecidedRow,
  Held,
  NoteRow,
  PairRow,
  PersonRow,
  TouchRow,
} from '../../../../extension/db/stored-rows.ts';
import type { Member } from '../../../../shared/domain/member.ts';
import { type Pair, pairId } from '../../../../shared/domain/pair.ts';
import type { Touch } from '../../../../shared/domain/touch.ts';
import type { RecordState } from '../../../../shared/sync/row.ts';
import { makeStamp } from '../../../../shared/sync/stamp.ts';

const stamp = makeStamp(1_700_000_000_000, 0, 'sample');
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id that can be read: the text, then as many zeros as an id needs. */
export function sampleId(text: string): string {
  const letters = [...text.toLowerCase()]
    .map((letter) => (alphabet.includes(letter) ? letter : '0'))
    .join('');
  return letters.padEnd(26, '0').slice(0, 26);
}

function held(id: string, view: RecordState, pending: 0 | 1 = 0): Held {
  return { id, base: null, view, pending, generation: 0 };
}

function fields(values: Record<string, string | undefined>): NonNullable<RecordState['fields']> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, stamp, rank: 'page' as const }]],
    ),
  );
}

function set(values: string[]): Record<string, string[]> {
  return Object.fromEntries(values.map((value) => [value, [stamp]]));
}

export type SampleAccount = {
  id: string;
  name?: string;
  domain: string;
  /** Null: in the queue. Undefined: the workspace has not decided yet. */
  steward?: string | null;
  since?: number;
  pending?: boolean;
};

export function sampleAccount({ id, name, domain, steward, since = 0, pending }: SampleAccount): AccountRow {
  const decided =
    steward === undefined
      ? {}
      : {
          decided: {
            steward,
            stewardSince: since,
            stewardWhy: steward === null ? 'departure' : 'first-capture',
            capturedBy: sampleId('vera'),
          },
        };
  const state = { fields: fields({ name }), sets: { domains: set([domain]) }, ...decided };
  return accountRow(held(id, state, pending === true ? 1 : 0));
}

export function samplePerson(id: string, name: string | undefined, emails: string[]): PersonRow {
  return personRow(held(id, { fields: fields({ name }), sets: { emails: set(emails) } }));
}

export function sampleTie(person: string, account: string, title?: string): AffiliationRow {
  return affiliationRow(
    held(sampleId(`t${person.slice(0, 12)}${account.slice(0, 12)}`), {
      fields: fields({ person, account, title }),
    }),
  );
}

export function sampleMember(id: string, member: Pick<Member, 'name' | 'role' | 'status'>): DecidedRow {
  return held(id, { fact: { ...member, manager: null, department: null } });
}

export type SampleTouch = Pick<Touch, 'at' | 'direction' | 'subject' | 'people' | 'accounts'> & {
  id: string;
  witness: string;
  link?: string;
  pending?: boolean;
};

export function sampleTouch(touch: SampleTouch): TouchRow {
  const { id, witness, link = null, pending, ...contact } = touch;
  const fact: Touch = {
    ...contact,
    channel: 'email',
    precision: 'minute',
    ours: [],
    strong: null,
    weak: null,
  };
  return touchRow(held(id, { fact, decided: { link, witness, withdrawn: false } }, pending === true ? 1 : 0));
}

export function sampleNote({ id, about, text }: { id: string; about: string; text: string }): NoteRow {
  return noteRow(held(id, { fields: fields({ about, text }), decided: { member: sampleId('amira') } }));
}

/** A pair as the company decided it. */
export function samplePair(pair: Omit<Pair, 'reasons' | 'automatic'> & Partial<Pair>): PairRow {
  const fact: Pair = { reasons: ['same-name'], automatic: false, ...pair };
  return pairRow(held(pairId(pair.keep, pair.other), { fact }));
}
