// Reads only, but for the time when the device was last seen, and where a device of an older version began. Nothing follows the
// commit.

import type * as v from 'valibot';
import type { Cursor, pullQuery } from '../../../../shared/protocol/pull.ts';
import { newestRows } from '../../../../shared/protocol/pull-3.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit, type Caller } from '../rules/admit.ts';
import { mayBeKnown } from '../rules/packed-row-text.ts';
import { rowText } from '../rules/row-text.ts';
import { hearsOf, seerOf, sees } from '../rules/visible.ts';
import { noteBoot } from '../tables/devices.ts';
import { type LogRow, logAfter, logNewest } from '../tables/log.ts';
import { type PooledRow, rowsOf } from '../tables/pooled-rows.ts';
import type { Transaction } from '../transaction.ts';

export type PullQuery = v.InferOutput<typeof pullQuery>;

/** A page ends early rather than grow beyond this many characters. */
const pageLength = 4_000_000;

/** A page reads past so many times as many ids as it was asked for rows: those that moved on give none. */
const pageReach = 4;

/** How many ids are read at once: few while nothing is known of their length, and then about so many characters. */
const firstIds = 50;
const batchIds = 500;
const batchLength = 1_000_000;

/** The answer is a `PullResponse`, or from version 3 on a `PullResponse3`, as JSON text. */
export function pull(tx: Transaction, caller: string, query: PullQuery): Decision<string> {
  const admitted = admit(tx, caller, access.pull);
  if (admitted.kind === 'refused') return admitted;
  const newest = tx.pool.head().seq;
  const { view } = admitted.member;
  const { epoch } = tx.meta;
  if (!isCurrent(tx, admitted, query) || isForgotten(tx, admitted, query.since)) {
    return done(restart(tx, admitted));
  }
  const { rows, reached } = page(tx, query.since, query.limit);
  const seer = seerOf(tx.store, admitted.member);
  const texts = rows
    .filter(({ kind, hidden }) => mayBeKnown(kind, query.proto) && hearsOf(seer, hidden))
    .map((row) => rowText(row, query.proto, sees(seer, row.hidden)));
  const cursor: Cursor = { epoch, view, seq: reached ?? newest };
  const tail = JSON.stringify({ cursor, more: reached !== null && reached < newest, now: tx.now }).slice(1);
  return done(`{"kind":"page","rows":[${texts.join(',')}],${tail}`);
}

/** What lies at the end of the log, for a device that holds nothing yet: a `NewestResponse` as JSON text. */
export function newest(
  tx: Transaction,
  caller: string,
  query: Pick<PullQuery, 'proto' | 'epoch' | 'view'>,
): Decision<string> {
  const admitted = admit(tx, caller, access.newest);
  if (admitted.kind === 'refused') return admitted;
  if (!isCurrent(tx, admitted, { ...query, since: 0 })) return done(restart(tx, admitted));
  const seer = seerOf(tx.store, admitted.member);
  const rows: PooledRow[] = [];
  let length = 0;
  for (const number of logNewest(tx.store, newestRows)) {
    if (rows.length >= newestRows || length > batchLength) break;
    const fresh = rowsOf(tx.store, [number]).filter((row) => !row.gone && sees(seer, row.hidden));
    length += fresh.reduce((sum, { data }) => sum + data.length, 0);
    rows.push(...fresh);
  }
  const texts = rows
    .filter(({ kind }) => mayBeKnown(kind, query.proto))
    .toSorted((a, b) => a.seq - b.seq)
    .map((row) => rowText(row, query.proto, true));
  return done(`{"kind":"newest","rows":[${texts.join(',')}],"now":${tx.now}}`);
}

export function isCurrent(
  tx: Transaction,
  { member }: Caller,
  query: Pick<PullQuery, 'epoch' | 'view' | 'since'>,
): boolean {
  return query.epoch === tx.meta.epoch && query.view === member.view && query.since <= tx.pool.head().seq;
}

export function restart(tx: Transaction, { member }: Caller): string {
  const cursor: Cursor = { epoch: tx.meta.epoch, view: member.view, seq: 0 };
  return JSON.stringify({ kind: 'restart', cursor, now: tx.now });
}

/**
 * Whether the cursor may have missed a deletion that is forgotten by now. Older versions know no snapshot and pull everything
 * from 0: such a device is remembered with the floor that it began above, and goes on below it as long as that stands.
 */
function isForgotten(tx: Transaction, { device }: Caller, since: number): boolean {
  const { floor } = tx.meta;
  if (since >= floor) return false;
  if (since > 0) return device.boot !== floor;
  if (device.boot !== floor) noteBoot(tx.store, device.id, floor);
  return false;
}

/** Whole numbers' rows after `since`, and the last of these numbers; null where there is none. */
function page(
  { store }: Transaction,
  since: number,
  limit: number,
): { rows: PooledRow[]; reached: number | null } {
  const found = logAfter(store, since, limit);
  const rows: PooledRow[] = [];
  let reached: number | null = null;
  let length = 0;
  let passed = 0;
  let at = 0;
  while (at < found.length && length < pageLength && passed < pageReach * limit) {
    // As many numbers at once as surely fit: each id is at most one row, and how long rows are shows in those that were read.
    const most = rows.length === 0 ? firstIds : Math.ceil((batchLength * rows.length) / length);
    const left = Math.max(1, limit - rows.length);
    const batch = numbersWithin(found, at, Math.min(most, batchIds, left));
    const ids = batch.reduce((sum, [, n]) => sum + n, 0);
    if (rows.length > 0 && ids > limit - rows.length) break;
    const fresh = rowsOf(store, batch);
    rows.push(...fresh);
    at += batch.length;
    reached = batch.at(-1)?.[0] ?? reached;
    passed += ids;
    length += fresh.reduce((sum, { data }) => sum + data.length, 0);
  }
  return { rows, reached };
}

/** The numbers from `at` on that together have at most so many ids, and one in any case. */
function numbersWithin(numbers: readonly LogRow[], at: number, most: number): LogRow[] {
  const batch: LogRow[] = [];
  let ids = 0;
  for (const number of numbers.slice(at, at + most)) {
    ids += number[1];
    if (batch.length > 0 && ids > most) break;
    batch.push(number);
  }
  return batch;
}
