import type { Operation, Outcome } from '../../shared/protocol/operation.ts';
import { decide, emptyCompany } from './model/company.ts';
import type { Company } from './model/company-state.ts';
import { same } from './model/rules.ts';
import type { Pushed } from './pushed.ts';
import { Violation } from './violation.ts';

/** One operation that a person made, from the moment it was written down on the device. */
export type Authored = { operation: Operation; author: number; acknowledged: boolean; order: number };
/** `seq`: once a device's cursor has reached it, it has pulled the effects. */
export type Committed = { outcome: Outcome; device: string; seq: number; order: number; key: string };

/**
 * What was promised to whom, and what should have come of it: kept beside the engine, by looking at what goes in and out of it.
 */
export type Books = {
  company: Company;
  authored: Map<string, Authored>;
  committed: Map<string, Committed>;
  /** Rejected of one copy of a device, and then taken of another: it is parked where it was rejected, and rightly so. */
  takenLater: Set<string>;
  /** What devices said was recorded without naming the operation, by its content. */
  promised: { author: number; content: string }[];
  /** What went with a profile that was set back, and cannot be asked for. */
  excused: Set<string>;
  /** Operations of revoked devices that were handed in, by key. */
  quarantined: Set<string>;
  /** Devices that are no longer served. */
  revoked: Set<string>;
  /** Operations taken, by device, and the last of them. */
  taken: Map<
    string,
    { count: number; last: string | null; orders: Map<number, number>; answers: Map<string, Outcome> }
  >;
  note(author: number, operation: Operation, acknowledged: boolean): void;
  /** A push was committed. `moved`: its transaction moved the pool. */
  pushed(sender: { device: string; member: string }, pushed: Pushed, moved: boolean): void;
};

const stale: Outcome = { kind: 'stale' };

export function openBooks(): Books {
  const books: Books = {
    company: emptyCompany(),
    authored: new Map(),
    committed: new Map(),
    takenLater: new Set(),
    promised: [],
    excused: new Set(),
    quarantined: new Set(),
    revoked: new Set(),
    taken: new Map(),
    note: (author, operation, acknowledged) => {
      const held = books.authored.get(operation.id);
      if (held === undefined) {
        books.authored.set(operation.id, { operation, author, acknowledged, order: books.authored.size });
      } else if (acknowledged) held.acknowledged = true;
    },
    pushed: (sender, pushed, moved) => {
      const { device, member } = sender;
      const { company, committed, authored, taken } = books;
      if (books.revoked.has(device)) throw new Violation('merged after revocation', device);
      if (company.members.get(member)?.status !== 'active')
        throw new Violation('merged after revocation', member);
      let fresh = 0;
      const queue = taken.get(device) ?? {
        count: 0,
        last: null,
        orders: new Map<number, number>(),
        answers: new Map<string, Outcome>(),
      };
      taken.set(device, queue);
      let before = pushed.from;
      for (const [i, operation] of pushed.operations.entries()) {
        const { id } = operation;
        const outcome = pushed.outcomes[i];
        if (outcome === undefined) throw new Violation('answer to another push', id);
        const first = queue.answers.get(id);
        if (first !== undefined) {
          before = id;
          if (!same(first, outcome))
            throw new Violation('repeat answered otherwise', `${id}: ${told(first)}, then ${told(outcome)}`);
          continue;
        }
        const own = authored.get(id)?.operation ?? operation;
        if (!same(own, operation))
          throw new Violation(
            'changed on its way',
            `${JSON.stringify(own)} became ${JSON.stringify(operation)}`,
          );
        // What another copy has sent says nothing new; what was rejected may be asked again.
        const isDone = (committed.get(id)?.outcome.kind ?? 'rejected') !== 'rejected';
        const expected = isDone ? stale : decide(company, { member, now: pushed.now }, own);
        if (!same(expected, outcome)) {
          throw new Violation(
            'outcome',
            `${told(outcome)} where the rules give ${told(expected)}: ${JSON.stringify(own)}`,
          );
        }
        if (fresh === 0 && !isNamed(queue.last, before)) {
          throw new Violation('gap', `${id} after ${before}, where ${queue.last} was the last one taken`);
        }
        const { author = -1, order = -1 } = authored.get(id) ?? {};
        if (order < (queue.orders.get(author) ?? -1)) throw new Violation('out of order', id);
        queue.orders.set(author, order);
        queue.answers.set(id, outcome);
        if (committed.has(id) && !isDone && outcome.kind !== 'rejected') books.takenLater.add(id);
        if (!isDone) committed.set(id, { outcome, device, seq: pushed.seq, order, key: keyOf(own) });
        queue.count += 1;
        queue.last = id;
        fresh += 1;
      }
      if (pushed.operations.at(-1)?.id !== pushed.last)
        throw new Violation('answer to another push', pushed.last);
      if (fresh === 0 && moved)
        throw new Violation('applied twice', `a repeat moved the pool to ${pushed.seq}`);
    },
  };
  return books;
}

function told(outcome: Outcome): string {
  return outcome.kind === 'rejected' ? `rejected (${outcome.reason})` : outcome.kind;
}

/** From version 3 on the beginning of an id names it. */
function isNamed(last: string | null, from: string | null): boolean {
  return from === null || last === null ? from === last : last.startsWith(from);
}

/** What an operation is under whatever id: a copied profile sends it again under another one. */
export function keyOf(operation: Operation): string {
  return `${operation.stamp} ${JSON.stringify(operation.type === 'write' ? operation.changes : operation.command)}`;
}
