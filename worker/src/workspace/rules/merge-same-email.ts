import { isSharedMailbox } from '../../../../shared/policy/shared-mailbox.ts';
import { type Merger, mergeRecords } from '../operations/merge-records.ts';
import type { Transaction } from '../transaction.ts';
import { groupAround, pairOf } from './pairs.ts';

/** A person whose addresses a write has just changed: those from before it, and those after. */
export type ChangedPerson = { id: string; had: readonly string[]; has: readonly string[] };

/**
 * The same address makes two people one by itself: the only thing that does. Never where several read it, and never where
 * anybody has ever decided about the two, or about any two of those with which they are one: what was undone stays undone.
 */
export function mergeSameEmail(tx: Transaction, by: Merger, changed: readonly ChangedPerson[]): void {
  const gained: { person: string; email: string }[] = [];
  for (const { id, had, has } of changed) {
    const fresh = has.filter((email) => !had.includes(email));
    const lost = had.filter((email) => !has.includes(email));
    tx.holders.note(id, fresh, lost);
    for (const email of fresh) gained.push({ person: id, email });
  }
  for (const { person, email } of gained) {
    const others = tx.holders.of(email).filter((holder) => holder !== person);
    if (others.length === 0 || isSharedMailbox(email)) continue;
    for (const other of others) mergeUndecided(tx, by, person, other);
  }
}

function mergeUndecided(tx: Transaction, by: Merger, a: string, b: string): void {
  const [ours, theirs] = [groupAround(tx, a), groupAround(tx, b)];
  if (ours.includes(b)) return;
  if (ours.some((one) => theirs.some((other) => pairOf(tx, one, other) !== null))) return;
  const [keep, other] = [a, b].sort(byAge(tx)) as [string, string];
  mergeRecords(tx, by, { kind: 'person', keep, other, reasons: ['same-email'], automatic: true });
}

/** The record that has been in the pool longer stays on top, in whichever order the two were written. */
function byAge({ pool }: Transaction): (a: string, b: string) => number {
  const since = (id: string) => {
    const { fields = {}, sets = {} } = pool.get(id)?.state ?? {};
    const stamps = [
      ...Object.values(fields).map(({ stamp }) => stamp),
      ...Object.values(sets).flatMap((set) => Object.values(set).flat()),
    ];
    return stamps.sort()[0] ?? '';
  };
  return (a, b) => (since(a) === since(b) ? (a < b ? -1 : 1) : since(a) < since(b) ? -1 : 1);
}
