// Tidying up, a bounded piece at a time, each in a transaction of its own: nobody's push waits for more than one of them. Nobody is
// told: what is taken away was already gone or moved on for everybody whose cursor may still be used.

import type { Store } from './storage/store.ts';
import { buryOldest, countGone, oldestGone } from './tables/graves.ts';
import { aliveIn, dropLog, type LogRow, logAfter, noteEntries, rewriteLog } from './tables/log.ts';
import { raiseFloor } from './tables/meta.ts';
import type { Transaction } from './transaction.ts';

/** How far deletions are remembered: both bounds hold. A device that was away for longer begins again with a snapshot. */
const goneDays = 90;
const goneMost = 5_000;

/** The log may hold so many ids for each row, and so many more, before it is compacted. */
const entriesPerRow = 2;
const entriesSpare = 20_000;

/** Of one piece. */
const sweptAtOnce = 500;
const readAtOnce = 5_000;

const msPerDay = 86_400_000;

/** Milliseconds until `keepUp` should run, given what this transaction did; null where it brought nothing to tidy up. */
export function upkeepAfter(tx: Transaction): number | null {
  if (isLogLong(tx)) return soonMs;
  if (!tx.pool.hasLost()) return null;
  return countGone(tx.store) > goneMost ? soonMs : msPerDay;
}

/** Between two pieces, so that those who wait come first. */
const soonMs = 50;

/** Where compaction stands: kept in memory, since beginning again costs reads and nothing else. */
export type Upkeep = {
  compacted: number | null;
  /** Whether it took anything out of the log since it began. */
  shortened: boolean;
};

/** One piece; milliseconds until the next, or null where nothing is left that time alone would make due. */
export function keepUp(tx: Transaction, upkeep: Upkeep): number | null {
  const swept = sweepGone(tx);
  if (swept) return soonMs;
  if (upkeep.compacted !== null || isLogLong(tx)) {
    upkeep.compacted = compact(tx, upkeep);
    if (upkeep.compacted !== null) return soonMs;
    // What was alive when it was looked at may have died behind its back.
    if (upkeep.shortened && isLogLong(tx)) return soonMs;
  }
  return countGone(tx.store) > 0 ? msPerDay : null;
}

function isLogLong(tx: Transaction): boolean {
  const { entries, live } = tx.pool.head();
  return entries > entriesPerRow * live + entriesSpare;
}

/** Forgets the oldest deletions that are too old or too many. Their ids stay buried: nobody who was away may bring them back. */
function sweepGone({ store, now }: Transaction): boolean {
  const surplus = countGone(store) - goneMost;
  const today = Math.floor(now / msPerDay);
  const oldest = oldestGone(store, sweptAtOnce);
  // In the order of their numbers, so that everything below the floor is forgotten and nothing above it.
  const spared = oldest.findIndex(({ day }, i) => i >= surplus && day >= today - goneDays);
  const due = spared === -1 ? oldest : oldest.slice(0, spared);
  const last = due.at(-1);
  if (last === undefined) return false;
  buryOldest(store, due);
  raiseFloor(store, last.seq);
  return true;
}

/** Looks at a stretch of the log; the number up to which it came, or null where it came to the end. */
function compact(tx: Transaction, upkeep: Upkeep): number | null {
  const { store } = tx;
  if (upkeep.compacted === null) upkeep.shortened = false;
  const head = tx.pool.head();
  const stretch = stretchAfter(store, upkeep.compacted ?? 0, head.seq);
  const last = stretch.at(-1);
  if (last === undefined) return null;
  const alive = aliveIn(store, stretch);
  let { entries } = head;
  for (const [seq, n] of stretch) {
    const ids = alive.get(seq) ?? [];
    if (ids.length * entriesPerRow > n) continue;
    if (ids.length === 0) dropLog(store, seq);
    else rewriteLog(store, seq, ids);
    entries -= n - ids.length;
  }
  if (entries !== head.entries) {
    upkeep.shortened = true;
    noteEntries(store, head.seq, entries);
  }
  return last[0];
}

/** Numbers with about so many ids as are read at once; never the newest, which says where the pool stands. */
function stretchAfter(store: Store, after: number, newest: number): LogRow[] {
  let ids = 0;
  return logAfter(store, after, readAtOnce).filter(([seq, n], i) => {
    ids += n;
    return seq < newest && (i === 0 || ids <= readAtOnce);
  });
}
