// Part of a push's transaction: whether two records are one is decided here, in order. A merge is a row of its own between
// the two; neither of them is written, so that undoing it leaves both as if it had never been.

import { type Pair, type PairedKind, pairId } from '../../../../shared/domain/pair.ts';
import type { Outcome } from '../../../../shared/protocol/operation.ts';
import { groupAround, mostMerged, pairOf, putPair } from '../rules/pairs.ts';
import { appendAudit } from '../tables/audit.ts';
import { dropLink, insertLink } from '../tables/merge-links.ts';
import type { Transaction } from '../transaction.ts';

export type Merging = {
  kind: PairedKind;
  keep: string;
  other: string;
  reasons: string[];
  /** By the server, on the occasion of the member's write. */
  automatic: boolean;
};
export type Merger = { member: string; device: string };

const applied: Outcome = { kind: 'applied' };
const stale: Outcome = { kind: 'stale' };
const noSuchRecord: Outcome = { kind: 'rejected', reason: 'no-such-record' };
const badValue: Outcome = { kind: 'rejected', reason: 'bad-value' };
const inUse: Outcome = { kind: 'rejected', reason: 'id-in-use' };

/** A person's merge goes before an earlier "not the same": whoever says it later has seen more. */
export function mergeRecords(tx: Transaction, by: Merger, merging: Merging): Outcome {
  const { kind, keep, other, reasons, automatic } = merging;
  if (keep === other) return badValue;
  if (!isHeld(tx, kind, keep) || !isHeld(tx, kind, other)) return noSuchRecord;
  const before = pairOf(tx, keep, other);
  if (before === 'in-use') return inUse;
  const [above, below] = [groupAround(tx, keep), groupAround(tx, other)];
  if (above.includes(other)) return stale;
  if (above.length + below.length > mostMerged) return badValue;
  const number = insertLink(tx.store, { pair: pairId(keep, other), kind, keep, other });
  const pair: Pair = {
    of: kind,
    keep,
    other,
    verdict: 'same',
    reasons,
    automatic,
    by: by.member,
    at: tx.now,
    number,
  };
  putPair(tx, pair);
  appendAudit(tx, by, 'merge-records', pairId(keep, other), {
    before,
    after: { ...pair, ...(kind === 'account' ? { stewards: stewardsOf(tx, above, below) } : {}) },
  });
  return applied;
}

/** Whatever else hangs on either of the two stays with it. */
export function unmergeRecords(
  tx: Transaction,
  by: Merger,
  { one, other, verdict }: { one: string; other: string; verdict: 'apart' | 'open' },
): Outcome {
  const before = pairOf(tx, one, other);
  if (before === null || before === 'in-use') return noSuchRecord;
  if (before.verdict !== 'same') return stale;
  dropLink(tx.store, pairId(one, other));
  decide(tx, by, 'unmerge-records', before, verdict);
  return applied;
}

export function notSame(
  tx: Transaction,
  by: Merger,
  { kind, one, other }: { kind: PairedKind; one: string; other: string },
): Outcome {
  if (one === other) return badValue;
  if (!isHeld(tx, kind, one) || !isHeld(tx, kind, other)) return noSuchRecord;
  const before = pairOf(tx, one, other);
  if (before === 'in-use') return inUse;
  // A colleague merged them meanwhile: that is undone on purpose or not at all.
  if (before?.verdict === 'apart' || groupAround(tx, one).includes(other)) return stale;
  const undecided = { of: kind, keep: one, other, reasons: [], automatic: false, number: 0 };
  decide(tx, by, 'not-same', before ?? undecided, 'apart');
  return applied;
}

export function maybeSame(
  tx: Transaction,
  by: Merger,
  { one, other }: { one: string; other: string },
): Outcome {
  const before = pairOf(tx, one, other);
  if (before === null || before === 'in-use') return noSuchRecord;
  if (before.verdict !== 'apart') return stale;
  decide(tx, by, 'maybe-same', before, 'open');
  return applied;
}

function decide(
  tx: Transaction,
  by: Merger,
  action: string,
  before: Omit<Pair, 'verdict' | 'by' | 'at'>,
  verdict: 'apart' | 'open',
): void {
  const after: Pair = { ...before, verdict, automatic: false, by: by.member, at: tx.now };
  putPair(tx, after);
  appendAudit(tx, by, action, pairId(after.keep, after.other), {
    ...('verdict' in before ? { before } : {}),
    after,
  });
}

function isHeld({ pool }: Transaction, kind: PairedKind, id: string): boolean {
  const held = pool.get(id);
  return held !== null && !held.gone && held.kind === kind;
}

/** Who answers from now on, and who did for what was put below: the audit says it, and undoing gives it back. */
function stewardsOf({ pool }: Transaction, above: readonly string[], below: readonly string[]) {
  const of = (ids: readonly string[]) =>
    ids.map((id) => pool.get(id)?.state.decided?.steward ?? null).find((steward) => steward !== null) ?? null;
  return { kept: of(above), merged: of(below) };
}
