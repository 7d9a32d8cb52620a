import type { Store } from '../storage/store.ts';
import type { MemberRow } from '../tables/members.ts';
import type { Held } from '../tables/pool.ts';
import type { Transaction } from '../transaction.ts';

/** Somebody who looks: what their rows are judged by. */
export type Seer = { member: MemberRow };

export function seerOf(_store: Store, member: MemberRow): Seer {
  return { member };
}

/**
 * The one place that says what a member may see, by the row's `hidden`. Today: every row is open to every active member,
 * viewers too.
 */
export function sees({ member }: Seer, hidden: string | null): boolean {
  return member.status === 'active' && hidden === null;
}

/** What a row's `hidden` has to say when it is written. */
export function hiddenFrom(_tx: Transaction, _id: string, _held: Held): string | null {
  return null;
}
