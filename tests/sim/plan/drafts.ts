import type { Draft } from '../../../extension/db/enqueue-operations.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { Touch } from '../../../shared/domain/touch.ts';
import type { Command } from '../../../shared/protocol/operation.ts';
import type { Change, RegisterChange } from '../../../shared/sync/change.ts';
import { bytesFrom, type Dice, narrowed } from '../random.ts';
import { beginning } from '../server/founding.ts';
import {
  accounts,
  affiliationOf,
  domains,
  emailOf,
  names,
  notes,
  persons,
  phones,
  strongKeys,
} from './made-up-world.ts';
import type { StepKind } from './step-kinds.ts';

/** What the person has in front of them. */
export type Sight = {
  /** Tags by value of one set of a record, as the device shows it. */
  tags(kind: 'account' | 'person', id: string, set: string): Record<string, string[]>;
  touches: readonly string[];
  members: readonly string[];
  /** Accounts that they answer for, as far as the device knows. */
  stewarded: readonly string[];
  /** They see no more than a few of each. */
  isNarrow: boolean;
};

/** What a person knows of each kind where they see few. */
const few = 3;

/** What a step writes: nothing where there is nothing to do it with. */
export function draftsOf(kind: StepKind, all: Dice, sight: Sight): Draft[] {
  const d = sight.isNarrow ? narrowed(all, few) : all;
  if (kind !== 'import') return [draftOf(kind, d, sight)].filter((draft) => draft !== null);
  return Array.from({ length: 2 + d.int(7) }, () => ({
    type: 'write',
    changes: d.chance(0.6) ? capture(d) : [edit(d, 'person')],
  }));
}

function draftOf(kind: StepKind, d: Dice, sight: Sight): Draft | null {
  switch (kind) {
    case 'capture':
      return { type: 'write', changes: capture(d) };
    case 'edit':
      return { type: 'write', changes: [edit(d, 'person')] };
    case 'page-fill':
      return { type: 'write', changes: [edit(d, 'page')] };
    case 'add-value':
      return { type: 'write', changes: [addValue(d)] };
    case 'drop-value':
      return dropValue(d, sight);
    case 'touch':
      return { type: 'write', changes: [touch(d)] };
    case 'note':
      return { type: 'write', changes: [note(d)] };
    case 'command':
      return { type: 'command', command: command(d, sight) };
    case 'restrict':
      return { type: 'command', command: restricting(d, sight) };
    case 'bad-write':
      return { type: 'write', changes: [badWrite(d)] };
    case 'malformed':
      return {
        type: 'write',
        changes: [{ on: 'person', id: d.pick(persons), rank: 'person', set: { 'Not a name': 'x' } }],
      };
    default:
      return null;
  }
}

/** Two of them more often than the others, so that what is decided of an account meets what else is. */
function placeOfAccount(d: Dice): number {
  return d.chance(0.6) ? d.int(2) : d.int(accounts.length);
}

function someAccount(d: Dice): string {
  return d.chance(0.6) ? (accounts[d.int(2)] as string) : d.pick(accounts);
}

function freshId(d: Dice): string {
  return idFromBytes(bytesFrom(d)(16));
}

function capture(d: Dice): Change[] {
  const [p, a] = [d.int(persons.length), placeOfAccount(d)];
  const [person, account] = [persons[p] as string, accounts[a] as string];
  const changes: Change[] = [];
  if (d.chance(0.8)) {
    changes.push({
      on: 'account',
      id: account,
      rank: 'page',
      set: { name: d.pick(names) },
      add: { domains: [domains[a] as string] },
    });
  }
  changes.push({
    on: 'person',
    id: person,
    rank: 'page',
    set: { name: d.pick(names) },
    add: { emails: [emailOf(p)] },
  });
  if (d.chance(0.4)) {
    changes.push({
      on: 'affiliation',
      id: affiliationOf(p, a),
      rank: 'page',
      set: { person, account, title: d.pick(names) },
    });
  }
  if (d.chance(0.5)) {
    const seen = touch(d);
    changes.push(seen);
    if (d.chance(0.5)) changes.push(sighting(d, person, seen.id));
  }
  return changes;
}

function edit(d: Dice, rank: 'page' | 'person'): RegisterChange {
  const value = d.chance(0.1) ? '' : `${d.pick(names)} ${d.int(100)}`;
  if (d.chance(0.5)) {
    return {
      on: 'account',
      id: d.pick(accounts),
      rank,
      set: { [d.pick(['name', 'website', 'note'])]: value },
    };
  }
  const set = d.chance(0.3)
    ? { name: value, note: `note ${d.int(100)}` }
    : { [d.pick(['name', 'note'])]: value };
  return { on: 'person', id: d.pick(persons), rank, set };
}

/** Begun, changed, or removed. */
function note(d: Dice): RegisterChange {
  const text = d.chance(0.2) ? '' : `note ${d.int(100)}`;
  const about = d.chance(0.5) ? d.pick(accounts) : d.pick(persons);
  return { on: 'note', id: d.pick(notes), rank: 'person', set: d.chance(0.6) ? { about, text } : { text } };
}

function addValue(d: Dice): RegisterChange {
  const rank = d.chance(0.7) ? 'person' : 'page';
  if (d.chance(0.4)) return { on: 'account', id: d.pick(accounts), rank, add: { phones: [d.pick(phones)] } };
  const p = d.int(persons.length);
  // Now and then somebody else's address: two people who are one.
  const whose = d.chance(0.2) ? d.int(persons.length) : p;
  const add = d.chance(0.5) ? { phones: [d.pick(phones)] } : { emails: [emailOf(whose)] };
  return { on: 'person', id: persons[p] as string, rank, add };
}

function dropValue(d: Dice, sight: Sight): Draft | null {
  const options = [
    ...persons.flatMap((id) => ['phones', 'emails'].map((set) => ({ on: 'person' as const, id, set }))),
    ...accounts.map((id) => ({ on: 'account' as const, id, set: 'phones' })),
  ].flatMap((one) =>
    Object.entries(sight.tags(one.on, one.id, one.set)).map(([value, tags]) => ({ ...one, value, tags })),
  );
  if (options.length === 0) return null;
  const { on, id, set, value, tags } = d.pick(options);
  return { type: 'write', changes: [{ on, id, rank: 'person', drop: { [set]: { [value]: tags } } }] };
}

function touch(d: Dice): { on: 'touch'; id: string; fact: Touch } {
  const fact: Touch = {
    channel: 'email',
    direction: 'in',
    at: beginning - d.int(50) * 60_000,
    precision: 'minute',
    subject: null,
    people: [{ person: d.pick(persons), role: 'from' }],
    accounts: d.chance(0.7) ? [d.pick(accounts)] : [],
    ours: [],
    strong: d.chance(0.85) ? d.pick(strongKeys) : null,
    weak: null,
  };
  return { on: 'touch', id: freshId(d), fact };
}

function sighting(d: Dice, person: string, seen: string): Change {
  return {
    on: 'sighting',
    id: freshId(d),
    fact: {
      subject: { kind: 'person', id: person },
      touch: seen,
      source: { origin: 'https://mail.tidewater.test', title: null, path: null },
      seenAt: beginning,
      reader: { id: 'web', version: 1 },
      read: { name: d.pick(names) },
      sure: 0.5,
    },
  };
}

function command(d: Dice, sight: Sight): Command {
  if (d.chance(sight.isNarrow ? 0.1 : 0.3)) return restricting(d, sight);
  const { touches } = sight;
  const [one, other] = [d.pick(persons), d.pick(persons)];
  const accountsToo = d.chance(sight.isNarrow ? 0.75 : 0.5);
  const [keep, below] = accountsToo ? [someAccount(d), someAccount(d)] : [one, other];
  const kind = accountsToo ? 'account' : 'person';
  const touch = touches.length === 0 ? freshId(d) : d.pick(touches);
  const safe =
    keep === below
      ? {
          keep: one,
          below: persons[(persons.indexOf(one) + 1) % persons.length] as string,
          kind: 'person' as const,
        }
      : { keep, below, kind: kind as 'person' | 'account' };
  switch (d.int(8)) {
    case 0:
    case 1:
      return { name: 'take-account', account: d.pick(accounts) };
    case 2:
      return { name: 'withdraw-touch', touch };
    case 3:
      return { name: 'unlink-touch', touch };
    case 4:
    case 5:
      return { name: 'merge-records', kind: safe.kind, keep: safe.keep, other: safe.below, reasons: [] };
    case 6:
      return {
        name: 'unmerge-records',
        one: safe.keep,
        other: safe.below,
        verdict: d.pick(['apart', 'open'] as const),
      };
    default:
      return d.chance(0.5)
        ? { name: 'not-same', kind: safe.kind, one: safe.keep, other: safe.below }
        : { name: 'maybe-same', one: safe.keep, other: safe.below };
  }
}

function restricting(d: Dice, { members, stewarded }: Sight): Command {
  // Mostly where they may.
  const account = stewarded.length > 0 && d.chance(0.7) ? d.pick(stewarded) : someAccount(d);
  const team = members.filter(() => d.chance(0.3));
  switch (d.int(4)) {
    case 0:
      return { name: 'open-account', account };
    case 1:
      return { name: 'set-team', account, team };
    default:
      return { name: 'restrict-account', account, ...(d.chance(0.5) ? { team } : {}) };
  }
}

/** What the server reads and does not take, or not always. */
function badWrite(d: Dice): RegisterChange {
  const id = d.pick(accounts);
  // An id that is, or will be, a person's.
  if (d.chance(0.4))
    return { on: 'account', id: d.pick(persons), rank: 'person', set: { name: d.pick(names) } };
  if (d.chance(0.5)) return { on: 'account', id, rank: 'person', set: { colour: 'blue' } };
  return { on: 'account', id, rank: 'person', set: { name: 'x'.repeat(201) } };
}
