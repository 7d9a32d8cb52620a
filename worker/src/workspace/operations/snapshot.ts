// Reads only, but for the time when the device was last seen. Nothing follows the commit. A snapshot is many of these, each a
// transaction of its own: whoever streams it asks for the next part when the last one has gone out, and nothing is held meanwhile.

import type * as v from 'valibot';
import type { pullQuery } from '../../../../shared/protocol/pull.ts';
import { segmentRows } from '../../../../shared/protocol/snapshot.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { mayBeKnown } from '../rules/packed-row-text.ts';
import { rowText } from '../rules/row-text.ts';
import { seerOf, sees } from '../rules/visible.ts';
import { type PooledRow, rowsAfter } from '../tables/pooled-rows.ts';
import type { Transaction } from '../transaction.ts';
import { isCurrent, restart } from './pull.ts';

export type SnapshotQuery = Pick<v.InferOutput<typeof pullQuery>, 'epoch' | 'view' | 'proto'> & {
  /** S of the snapshot that is continued; null for a new one. */
  seq: number | null;
  /** The last id that there already is. */
  after: string | null;
  /** Rows of a segment. */
  rows?: number | undefined;
};

/** A segment's body, with how many rows it has and the id of its last one. */
export type Segment = { text: string; rows: number; last: string };

export type SnapshotPart =
  | { kind: 'restart'; text: string }
  | {
      kind: 'part';
      seq: number;
      /** Live rows in the whole pool. */
      live: number;
      now: number;
      segments: Segment[];
      /** Where the next part begins; null where this was the last. */
      next: string | null;
    };

/** About as much as one part holds, in characters: what is in memory at once for each device that is being served. */
const partLength = 1_000_000;

export function snapshot(tx: Transaction, caller: string, query: SnapshotQuery): Decision<SnapshotPart> {
  const admitted = admit(tx, caller, access.snapshot);
  if (admitted.kind === 'refused') return admitted;
  const head = tx.pool.head();
  const seq = query.seq ?? head.seq;
  if (!isCurrent(tx, admitted, { ...query, since: seq }) || seq < tx.meta.floor) {
    return done({ kind: 'restart', text: restart(tx, admitted) });
  }
  const seer = seerOf(tx.store, admitted.member);
  const isSent = ({ gone, hidden, kind }: PooledRow) =>
    !gone && sees(seer, hidden) && mayBeKnown(kind, query.proto);
  const most = query.rows ?? segmentRows;
  const segments: Segment[] = [];
  let after = query.after ?? '';
  let length = 0;
  let ended = false;
  // Few rows while nothing is known of their length, and then about as many as one segment has.
  for (let limit = Math.min(50, most); length < partLength && !ended; limit = most) {
    const found = rowsAfter(tx.store, after, Math.min(limit, rowsWithin(segments, length)));
    ended = found.length === 0;
    const sent = found.filter(isSent);
    after = found.at(-1)?.id ?? after;
    if (sent.length === 0) continue;
    const text = `[${sent.map((row) => rowText(row, query.proto, true)).join(',')}]`;
    length += text.length;
    segments.push({ text, rows: sent.length, last: sent.at(-1)?.id ?? after });
  }
  return done({
    kind: 'part',
    seq,
    live: head.live,
    now: tx.now,
    segments,
    next: ended ? null : after,
  });
}

/** How many rows like those that were read have about half a part's length. */
function rowsWithin(segments: readonly Segment[], length: number): number {
  const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
  return rows === 0 ? Number.MAX_SAFE_INTEGER : Math.max(1, Math.floor((partLength * rows) / (2 * length)));
}
