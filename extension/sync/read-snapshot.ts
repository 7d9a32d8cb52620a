import * as v from 'valibot';
import {
  type SegmentHead,
  type SnapshotHead,
  segmentHead,
  snapshotEnd,
  snapshotHead,
} from '../../shared/protocol/snapshot.ts';
import { isPackedRow, type PackedRow } from '../../shared/sync/packed-row.ts';
import type { ByteSource } from './read-bytes.ts';

/** A segment that is whole: of its length and hash, and all rows of a known shape. */
export type WholeSegment = { head: SegmentHead; body: Uint8Array<ArrayBuffer>; rows: PackedRow[] };

export type SnapshotReader = {
  /** Null where the body does not even begin. */
  head(): Promise<SnapshotHead | null>;
  /** `end`: nothing is missing. `cut`: what follows, if anything, cannot be trusted; what came before can. */
  next(): Promise<WholeSegment | 'end' | 'cut'>;
};

/** More than any segment has: a length beyond it is none. */
const mostBytes = 64 * 1024 * 1024;

/** Reads what shared/protocol/snapshot.ts describes. Rejects where the source does. */
export function snapshotReader(
  source: ByteSource,
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
): SnapshotReader {
  let rows = 0;
  let segments = 0;
  return {
    head: async () => parsed(snapshotHead, await source.line()),
    next: async () => {
      const line = await source.line();
      const end = parsed(snapshotEnd, line);
      if (end !== null) return end.rows === rows && end.segments === segments ? 'end' : 'cut';
      const head = parsed(segmentHead, line);
      if (head === null || head.bytes > mostBytes) return 'cut';
      const body = await source.bytes(head.bytes);
      if (body === null || (await source.bytes(1))?.[0] !== 10) return 'cut';
      if ((await sha256(body)) !== head.sha256) return 'cut';
      const whole = rowsOf(body);
      if (whole === null || whole.length !== head.rows || whole.at(-1)?.[1] !== head.last) return 'cut';
      rows += head.rows;
      segments += 1;
      return { head, body, rows: whole };
    },
  };
}

function parsed<S extends v.GenericSchema>(schema: S, line: string | null): v.InferOutput<S> | null {
  const result = v.safeParse(schema, line === null ? null : parseJson(line));
  return result.success ? result.output : null;
}

function rowsOf(body: Uint8Array<ArrayBuffer>): PackedRow[] | null {
  const said = parseJson(new TextDecoder().decode(body));
  return Array.isArray(said) && said.every(isPackedRow) ? said : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
