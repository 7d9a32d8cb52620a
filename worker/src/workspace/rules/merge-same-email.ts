import { isSharedMailbox } from '../../../../shared/policy/shared-mailbox.ts';
import type { RecordState } from '../../../../shared/sync/row.ts';
import { type Merger, mergeRecords } from '../operations/merge-records.ts';
import { holdersOf, noteEmails } from '../tables/person-emails.ts';
import type { Transaction } from '../transaction.ts';
import { groupAround, pairOf } from './pairs.ts';

/** A person whose set of addresses a write has just changed, with the state from before it. */
export type ChangedPerson = { id: string; before: RecordState | null };

/**
 * The same address makes two people one by itself: the only thing that does. Never where several read it, and never where
 * anybody has ever decided about the two, or about any two of those with which they are one: what was undone stays undone.
 */
export function mergeSameEmail(tx: Transaction, by: Merger, changed: readonly ChangedPerson[]): void {
  const gained: { person: string; email: string }[] = [];
  for (const { id, before } of changed) {
    const [had, has] = [addresses(before), addresses(tx.pool.get(id)?.state ?? null)];
    const fresh = has.filter((email) => !had.includes(email));
    noteEmails(
      tx.store,
      id,
      fresh,
      had.filter((email) => !has.includes(email)),
    );
    gained.push(...fresh.map((email) => ({ person: id, email })));
  }
  const telling = gained.filter(({ email }) => !isSharedMailbox(email));
  if (telling.length === 0) return;
  const holders = Map.groupBy(
    holdersOf(
      tx.store,
      telling.map(({ email }) => email),
    ),
    ({ email }) => email,
  );
  for (const { person, email } of telling) {
    for (const { person: holder } of holders.get(email) ?? []) {
      if (holder !== person) mergeUndecided(tx, by, person, holder);
    }
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

function addresses(state: RecordState | null): string[] {
  return Object.keys(state?.sets?.emails ?? {});
}
