import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { cursorSchema } from './pull.ts';

/**
 * GET /v1/snapshot?proto=3&epoch=&view=[&seq=&after=][&rows=]: all live rows that the member may see, in the order of their ids,
 * as lines of text; gzipped where the client takes that.
 *
 *     {"kind":"snapshot",...}            snapshotHead
 *     {"rows":250,"bytes":…,...}         segmentHead, for each segment
 *     [["person","…",7,[…]],…]           its body: a JSON array of packed rows, one line of exactly `bytes` bytes of UTF-8
 *     {"kind":"end","rows":…}            snapshotEnd
 *
 * It is fuzzy: rows may be newer than the head's `seq` S. Pulling from S afterwards mends that, takes away what went meanwhile,
 * and is only right once the snapshot is whole. A body that ends before its `end` line is not: whatever whole segments it had
 * may be kept, and the rest is asked for with `seq` S and `after` the last of their ids. Where a segment's body has not its
 * length and hash, it and all after it is dropped.
 */
export const snapshotHead = v.variant('kind', [
  v.object({
    kind: v.literal('snapshot'),
    /** S. Of a continued snapshot, the one that was asked for. */
    seq: v.number(),
    /** Rows in the whole pool, for a bar that shows how far it is; what comes may be fewer. */
    rows: v.number(),
    now: v.number(),
  }),
  /** Another epoch or view, or S is too old by now: begin from nothing. */
  v.object({ kind: v.literal('restart'), cursor: cursorSchema, now: v.number() }),
]);
export type SnapshotHead = v.InferOutput<typeof snapshotHead>;

export const segmentHead = v.object({
  rows: v.number(),
  /** Of the body, without the newline. */
  bytes: v.number(),
  /** Of the body, hex. */
  sha256: v.string(),
  /** The id of its last row: what to go on after. */
  last: idSchema,
});
export type SegmentHead = v.InferOutput<typeof segmentHead>;

/** How many rows and segments this response held. */
export const snapshotEnd = v.object({ kind: v.literal('end'), rows: v.number(), segments: v.number() });
export type SnapshotEnd = v.InferOutput<typeof snapshotEnd>;

/** Rows of a segment, where the query says nothing else. */
export const segmentRows = 250;
