import * as v from 'valibot';
import { type Outcome, outcomeSchema } from '../../../../shared/protocol/operation.ts';
import type { Store } from '../storage/store.ts';
import type { DeviceRow } from './devices.ts';

/** How many outcomes are kept for each device: more than one push can hold, so a lost answer can always be repeated. */
const kept = 1000;

/** Single changes are noted in one row until it has so many: a row that is written again is billed less than one more. */
const gathered = 100;

/** A push has at most so many, so a row does too. */
const rowMost = 500;

export type AppliedOperation = { id: string; outcome: Outcome };

// As this version writes it: the ids, and what was not simply applied by its place. As older versions did: a list of both.
const written = v.object({ ids: v.array(v.string()), except: v.record(v.string(), outcomeSchema) });
const listed = v.array(v.object({ id: v.string(), outcome: outcomeSchema }));
const stored = v.union([written, listed]);

type AppliedRow = [position: number, outcomes: string];

/** What this device's last operations came to, oldest first: at least the last 1,000, or all where there are fewer. */
export function appliedTo(store: Store, device: string): AppliedOperation[] {
  return store
    .rows<AppliedRow>('SELECT position, outcomes FROM applied WHERE device = ? ORDER BY position', device)
    .flatMap(([, outcomes]) => parseOutcomes(outcomes));
}

/** Whether any of these operations was taken from this device before. */
export function wereTaken(store: Store, device: string, ids: readonly string[]): boolean {
  // Ids are looked for in the text as it lies there: reading a thousand outcomes for one small push would cost more than the push.
  const texts = store.rows<[outcomes: string]>('SELECT outcomes FROM applied WHERE device = ?', device);
  if (ids.length < 20) return texts.some(([text]) => ids.some((id) => text.includes(`"${id}"`)));
  const known = new Set(texts.flatMap(([text]) => parseOutcomes(text)).map(({ id }) => id));
  return ids.some((id) => known.has(id));
}

/** Those of these operations that were taken from whichever device of the member; what was rejected may be asked again. */
export function takenFrom(store: Store, member: string, ids: readonly string[]): ReadonlySet<string> {
  const texts = store.rows<[outcomes: string]>(
    'SELECT outcomes FROM applied WHERE device IN (SELECT id FROM device WHERE member = ?)',
    member,
  );
  const taken = new Set(
    texts
      .flatMap(([text]) => parseOutcomes(text))
      .filter(({ outcome }) => outcome.kind !== 'rejected')
      .map(({ id }) => id),
  );
  return new Set(ids.filter((id) => taken.has(id)));
}

/** `operations`: the ones that come after those of `device`. */
export function noteOutcomes(store: Store, device: DeviceRow, operations: readonly AppliedOperation[]): void {
  const total = device.operations + operations.length;
  const newest =
    operations.length < gathered
      ? store.rows<AppliedRow>(
          'SELECT position, outcomes FROM applied WHERE device = ? ORDER BY position DESC LIMIT 1',
          device.id,
        )[0]
      : undefined;
  const before = newest === undefined ? [] : parseOutcomes(newest[1]);
  if (newest !== undefined && before.length + operations.length <= gathered) {
    store.write(
      'UPDATE applied SET outcomes = ? WHERE device = ? AND position = ?',
      textOf([...before, ...operations]),
      device.id,
      newest[0],
    );
    return;
  }
  store.write(
    'INSERT INTO applied (device, position, outcomes) VALUES (?, ?, ?)',
    device.id,
    total,
    textOf(operations),
  );
  // A row's position was its last operation's number when it was made; it may have gathered some more since.
  store.write(
    'DELETE FROM applied WHERE device = ? AND position <= ?',
    device.id,
    total - kept - Math.max(rowMost, gathered),
  );
}

function textOf(operations: readonly AppliedOperation[]): string {
  const except: Record<string, Outcome> = {};
  for (const [i, { outcome }] of operations.entries()) if (outcome.kind !== 'applied') except[i] = outcome;
  return JSON.stringify({ ids: operations.map(({ id }) => id), except });
}

function parseOutcomes(text: string): AppliedOperation[] {
  const parsed = v.parse(stored, JSON.parse(text));
  if (Array.isArray(parsed)) return parsed;
  const { ids, except } = parsed;
  return ids.map((id, i) => ({ id, outcome: except[i] ?? { kind: 'applied' } }));
}
