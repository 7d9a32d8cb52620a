import { type Refused, refuse } from '../decision.ts';
import { memberById } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

/** A manager is a member who has not left, and nobody's own subordinate. `member` is null for one who does not exist yet. */
export function checkManager(tx: Transaction, member: string | null, manager: string | null): Refused | null {
  const seen = new Set(member === null ? [] : [member]);
  for (let at = manager; at !== null; ) {
    if (seen.has(at)) return refuse('conflict', 'A member would be their own manager');
    seen.add(at);
    const row = memberById(tx.store, at);
    if (row === null) return refuse('not-found', 'No such manager');
    if (at === manager && row.status === 'departed') return refuse('conflict', 'The manager has left');
    at = row.manager;
  }
  return null;
}
