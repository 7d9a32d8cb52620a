import type { Cursor } from '../../shared/protocol/pull.ts';
import { type NewestResponse, newestResponse } from '../../shared/protocol/pull-3.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Meta } from '../db/meta-row.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, openAnswer, patienceMs, type Refusal } from './exchange.ts';
import { fetchKnown } from './fetch-known.ts';
import { byteSource } from './read-bytes.ts';
import { type SnapshotReader, snapshotReader, type WholeSegment } from './read-snapshot.ts';
import { fromPlatform, type SyncDependencies } from './sync-dependencies.ts';
import { beginSnapshot, endSnapshot, snapshotProgress, takeNewest, takeSegments } from './take-snapshot.ts';

/** `none`: this worker gives no snapshots, and an ordinary pull from the beginning does it too. */
export type Bootstrapped =
  | { kind: 'whole'; rows: number }
  | { kind: 'none' }
  | { kind: 'restart'; cursor: Cursor; now: number; took: { from: number; to: number } }
  | { kind: 'stopped'; refusal: Refusal };

/** Pools with more rows than this take their time, so that what is new comes first. */
const newestFirst = 20_000;

/** Who is known is asked for where the snapshot takes longer: making that index costs the server half of what a snapshot does. */
const slowMs = 10_000;

/** Segments that are written in one transaction: about a megabyte. */
const written = 16;

type Progress = Meta['snapshot'];

/**
 * Fetches all that the member may see as a snapshot, from where an earlier attempt was cut. Each transaction takes some whole
 * segments and notes how far they reach; the cursor moves when all are here. What is not whole is asked for again.
 */
export async function bootstrap(
  deps: SyncDependencies,
  enrolment: Enrolment,
  cursor: Cursor,
): Promise<Bootstrapped> {
  const { server, token } = enrolment;
  const begun = await snapshotProgress(deps.db, cursor);
  const path = `/v1/snapshot?${queryOf(cursor)}${begun === null ? '' : goingOn(begun)}`;
  const opened = await openAnswer(deps, server, { method: 'GET', path, authorization: `Bearer ${token}` });
  if (opened.kind === 'refused') {
    const missing = opened.refusal.notice.kind === 'not-found' && begun === null;
    return missing ? { kind: 'none' } : stopped(opened.refusal);
  }
  const { response, took, close } = opened;
  const chunks = chunksOf(deps, response, close);
  const over = new AbortController();
  const reader = snapshotReader(byteSource(chunks), deps.sha256 ?? fromPlatform.sha256);
  try {
    const head = await reader.head();
    if (head === null) return stopped(cutShort);
    if (head.kind === 'restart') return { ...head, took };
    const early = begun === null && head.rows > newestFirst;
    const start: Progress = { cursor: { ...cursor, seq: head.seq }, after: null, rows: 0, of: head.rows };
    if (early && !(await beginSnapshot(deps.db, start))) return stopped(cutShort);
    const first = early ? fetchFirst(deps, enrolment, cursor, over.signal) : null;
    const reached = await takeAll(deps, begun ?? start, reader);
    over.abort();
    await first;
    if (reached === null) return stopped(cutShort);
    const ended = await endSnapshot(deps.db, reached, { serverNow: head.now, took });
    return ended ? { kind: 'whole', rows: reached.rows } : stopped(cutShort);
  } catch (error) {
    if (error instanceof BrokenOff) return stopped(cutShort);
    throw error;
  } finally {
    over.abort();
    close();
  }
}

/** Null where it was cut; what had come before is kept also then. Reads on while it writes. */
async function takeAll(
  { db }: SyncDependencies,
  start: Progress,
  reader: SnapshotReader,
): Promise<Progress | null> {
  let due: WholeSegment[] = [];
  let writing: Promise<Progress | null> = Promise.resolve(start);
  const write = () => {
    const segments = due;
    due = [];
    writing = writing.then((reached) => (reached === null ? null : takeSegments(db, reached, segments)));
    // It is awaited later; until then its failure is nobody's to handle.
    writing.catch(() => undefined);
  };
  try {
    for (;;) {
      const next = await reader.next();
      if (next === 'cut') return null;
      if (next === 'end') break;
      due.push(next);
      if (due.length < written) continue;
      // One write under way at a time: a slow disk must not let all of it pile up in memory.
      if ((await writing) === null) return null;
      write();
    }
  } finally {
    if (due.length > 0) write();
    await writing;
  }
  return writing;
}

/** What is new, and who is known at all, while the rest is on its way. Nothing depends on it. */
async function fetchFirst(
  deps: SyncDependencies,
  enrolment: Enrolment,
  cursor: Cursor,
  over: AbortSignal,
): Promise<void> {
  const knownWhereSlow = async () => {
    await deps.wait(slowMs, over);
    if (!over.aborted) await fetchKnown(deps, enrolment, cursor, true);
  };
  await Promise.allSettled([fetchNewest(deps, enrolment, cursor), knownWhereSlow()]);
}

async function fetchNewest(deps: SyncDependencies, enrolment: Enrolment, cursor: Cursor): Promise<void> {
  const { server, token } = enrolment;
  const path = `/v1/newest?${queryOf(cursor)}`;
  const request = { method: 'GET' as const, path, authorization: `Bearer ${token}` };
  const answer = await exchange(deps, server, request, newestResponse);
  if (answer.kind === 'refused') return;
  const body: NewestResponse = answer.body;
  if (body.kind === 'newest') await takeNewest(deps.db, body.rows, cursor);
}

/** The way broke, which is no fault of IndexedDB's or of ours. */
class BrokenOff extends Error {}

/** Each piece has to come in time. */
function chunksOf(
  { wait }: SyncDependencies,
  response: Response,
  close: () => void,
): () => Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  return async () => {
    const came = new AbortController();
    void wait(patienceMs, came.signal).then(() => {
      if (!came.signal.aborted) close();
    });
    try {
      const chunk = await reader?.read();
      return chunk === undefined || chunk.done ? null : chunk.value;
    } catch (error) {
      throw new BrokenOff(String(error));
    } finally {
      came.abort();
    }
  };
}

function queryOf({ epoch, view }: Cursor): string {
  return `proto=${protocolVersion}&epoch=${epoch}&view=${view}`;
}

function goingOn({ cursor, after }: Progress): string {
  return `&seq=${cursor.seq}${after === null ? '' : `&after=${after}`}`;
}

const cutShort: Refusal = {
  notice: { kind: 'unreachable', detail: 'a snapshot that was cut short' },
  problem: null,
  retryAfterMs: null,
};

function stopped(refusal: Refusal): Bootstrapped {
  return { kind: 'stopped', refusal };
}
