import * as v from 'valibot';
import { type RecordKind, recordKinds } from '../../shared/domain/records.ts';
import { isPackedRow, type PackedRow } from '../../shared/sync/packed-row.ts';
import { keysOfRow, ownKey, type RecordKey } from './record-keys.ts';

/** Records in one piece, as they came: one row of IndexedDB instead of hundreds with their indexes. JSON, an array of lines. */
export type SegmentRow = { n: number; body: Uint8Array<ArrayBuffer> };

/**
 * What a segment's lines can be found by, apart from the lines, so that looking does not read them. `own`: the key of each line's
 * record, or 0 once the line counts no more. `keys` and `lines`: other keys, and the lines that have them. `live`: lines that
 * count. `from`, `to`: least and greatest own key.
 * `held`: the lines are the server's rows, of this generation; null: they only name records on which own operations lie.
 */
export type SegmentKeys = {
  n: number;
  held: number | null;
  live: number;
  from: number;
  to: number;
  own: Uint32Array<ArrayBuffer>;
  keys: Uint32Array<ArrayBuffer>;
  lines: Uint16Array<ArrayBuffer>;
};

/** Not in the database yet, which numbers it. */
export type Segment = { body: Uint8Array<ArrayBuffer>; keys: Omit<SegmentKeys, 'n'> };

/** Lines of one segment: what one slice of unpacking writes, and what one look-up reads at the least. */
export const segmentLines = 250;

/** A record on which own operations are to be laid anew. */
type NameLine = [kind: RecordKind, id: string];
const nameLine = v.tuple([v.picklist(recordKinds), v.string()]);

/** `keys`: what the operations let it be found by. */
export type Named = { kind: RecordKind; id: string; keys: readonly RecordKey[] };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The server's rows of one generation. */
export function segmentsOfRows(rows: readonly PackedRow[], generation: number): Segment[] {
  return inPieces(rows).map((piece) =>
    segmentOfBody(encoder.encode(JSON.stringify(piece)), piece, generation),
  );
}

/** A body of rows as it came. Its rows, at most 65,535, have been checked. */
export function segmentOfBody(
  body: Uint8Array<ArrayBuffer>,
  rows: readonly PackedRow[],
  generation: number,
): Segment {
  const ids = rows.map(([, id]) => id);
  return { body, keys: { held: generation, ...indexOf(ids, rows.map(keysOfRow)) } };
}

export function segmentsOfNames(named: readonly Named[]): Segment[] {
  return inPieces(named).map((piece) => {
    const lines = piece.map(({ kind, id }): NameLine => [kind, id]);
    const ids = piece.map(({ id }) => id);
    const keys = piece.map((one) => one.keys);
    return { body: encoder.encode(JSON.stringify(lines)), keys: { held: null, ...indexOf(ids, keys) } };
  });
}

function inPieces<T>(all: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < all.length; at += segmentLines) pieces.push(all.slice(at, at + segmentLines));
  return pieces;
}

function indexOf(
  ids: readonly string[],
  others: readonly (readonly RecordKey[])[],
): Omit<SegmentKeys, 'n' | 'held'> {
  const own = Uint32Array.from(ids, ownKey);
  const count = others.reduce((sum, keys) => sum + keys.length, 0);
  const keys = new Uint32Array(count);
  const lines = new Uint16Array(count);
  let filled = 0;
  for (const [at, some] of others.entries()) {
    for (const key of some) {
      keys[filled] = key;
      lines[filled] = at;
      filled += 1;
    }
  }
  const from = own.reduce((least, key) => Math.min(least, key), 0xffffffff);
  const to = own.reduce((greatest, key) => Math.max(greatest, key), 0);
  return { live: ids.length, from, to, own, keys, lines };
}

/** `row` null: the line names its record only. */
export type Line = { kind: RecordKind; id: string; row: PackedRow | null };

/** What each line says; null where this version cannot read what another one wrote. */
export function parseSegment({ body }: SegmentRow): (Line | null)[] {
  const said: unknown = parseJson(decoder.decode(body));
  return Array.isArray(said) ? said.map(parseLine) : [];
}

function parseLine(line: unknown): Line | null {
  if (isPackedRow(line)) return { kind: line[0], id: line[1], row: line };
  return v.is(nameLine, line) ? { kind: line[0], id: line[1], row: null } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
