import * as v from 'valibot';
import { type Outcome, outcomeSchema } from '../../../../shared/protocol/operation.ts';
import type { Store } from '../storage/store.ts';

/** How many outcomes are kept for each device: more than one push can hold, so a lost answer can always be repeated. */
const kept = 1000;

export type AppliedOperation = { id: string; outcome: Outcome };

const appliedRow = v.object({ outcomes: v.string() });
const outcomes = v.array(v.object({ id: v.string(), outcome: outcomeSchema }));
const found = v.object({ id: v.string() });

/** What this device's last operations came to, oldest first: at least the last 1,000, or all where there are fewer. */
export function appliedTo(store: Store, device: string): AppliedOperation[] {
  return store
    .read(appliedRow, 'SELECT outcomes FROM applied WHERE device = ? ORDER BY position', device)
    .flatMap((row) => v.parse(outcomes, JSON.parse(row.outcomes)));
}

/** Which of these operations were taken from this device before. */
export function takenBefore(store: Store, device: string, ids: readonly string[]): Set<string> {
  const before = store.read(
    found,
    `SELECT one.value ->> 'id' AS id FROM applied, json_each(applied.outcomes) AS one
     WHERE applied.device = ? AND one.value ->> 'id' IN (SELECT value FROM json_each(?))`,
    device,
    JSON.stringify(ids),
  );
  return new Set(before.map((row) => row.id));
}

/** `position`: how many operations of this device there are now, these included. */
export function noteOutcomes(
  store: Store,
  device: string,
  position: number,
  operations: readonly AppliedOperation[],
): void {
  store.write(
    'INSERT INTO applied (device, position, outcomes) VALUES (?, ?, ?)',
    device,
    position,
    JSON.stringify(operations),
  );
  store.write('DELETE FROM applied WHERE device = ? AND position <= ?', device, position - kept);
}
