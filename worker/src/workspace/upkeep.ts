import type { Transaction } from './transaction.ts';

/** Whether the log holds so much that has moved on, or the pool so many deletions, that somebody should tidy up. */
export function isUpkeepDue(_tx: Transaction): boolean {
  return false;
}
