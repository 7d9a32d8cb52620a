import type { SegmentHead, SnapshotEnd, SnapshotHead } from '../../../shared/protocol/snapshot.ts';
import type { Answer, Refused } from '../workspace/decision.ts';
import type { Segment, SnapshotPart } from '../workspace/operations/snapshot.ts';

/** Asks the workspace for the part after `after`, of the snapshot at `seq`; both null at the beginning. */
export type AskPart = (seq: number | null, after: string | null) => Promise<Answer<SnapshotPart>>;

/**
 * A snapshot as lines of text (shared/protocol/snapshot.ts), one part at a time and the next one only once there is room: a slow
 * reader makes nothing pile up. Where a later part is refused, the stream ends with an error and without its last line.
 */
export async function snapshotStream(
  ask: AskPart,
  from: { seq: number | null; after: string | null },
): Promise<{ kind: 'lines'; lines: ReadableStream<Uint8Array> } | Refused> {
  const first = await ask(from.seq, from.after);
  if (first.kind === 'refused') return first;
  if (first.body.kind === 'restart') return { kind: 'lines', lines: streamOf(first.body.text) };
  const encoder = new TextEncoder();
  const line = (value: SnapshotHead | SegmentHead | SnapshotEnd) =>
    encoder.encode(`${JSON.stringify(value)}\n`);
  const { seq, live, now } = first.body;
  let part: SnapshotPart | null = first.body;
  let rows = 0;
  let segments = 0;

  const lines = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(line({ kind: 'snapshot', seq, rows: live, now })),
    pull: async (controller) => {
      if (part === null || part.kind === 'restart') throw new Error('nothing was left to send');
      for (const segment of part.segments) {
        const body = encoder.encode(segment.text);
        controller.enqueue(line(await headOf(segment, body)));
        controller.enqueue(body);
        controller.enqueue(newline);
        rows += segment.rows;
        segments += 1;
      }
      if (part.next === null) {
        controller.enqueue(line({ kind: 'end', rows, segments }));
        controller.close();
        return;
      }
      const next: Answer<SnapshotPart> = await ask(seq, part.next);
      part = next.kind === 'refused' || next.body.kind === 'restart' ? null : next.body;
      if (part === null) controller.error(new Error('the snapshot cannot be continued'));
    },
  });
  return { kind: 'lines', lines };
}

const newline = new TextEncoder().encode('\n');

async function headOf(
  { rows, last }: Segment,
  body: ReturnType<TextEncoder['encode']>,
): Promise<SegmentHead> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { rows, bytes: body.length, sha256, last };
}

function streamOf(text: string): ReadableStream<Uint8Array> {
  return new Response(`${text}\n`).body as ReadableStream<Uint8Array>;
}
