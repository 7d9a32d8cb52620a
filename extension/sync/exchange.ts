import * as v from 'valibot';
import { type Problem, type ProblemKind, problemKind, problemSchema } from '../../shared/protocol/problem.ts';
import type { Notice } from '../rpc/notice.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

export type Request = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** `Bearer <token>`, `Invitation <credential>`. */
  authorization: string;
  /** JSON text, or what `packBody` made. */
  body?: string | PackedBody;
};

/** A body as it goes out: made beforehand, where there is time for it. */
export type PackedBody = { kind: 'packed'; bytes: string | ArrayBuffer };

/** Why the server, or the way to it, did not do it. */
export type Refusal = {
  notice: Notice;
  /** What the server asked to wait. */
  retryAfterMs: number | null;
  problem: Problem | null;
};

/** `body` is parsed by the schema. `took` is the span of our own clock in which the server answered. */
export type Exchanged<T> =
  | { kind: 'ok'; body: T; took: { from: number; to: number } }
  | { kind: 'refused'; refusal: Refusal };

/** Below this many characters compressing costs more than it saves. */
const compressFrom = 1000;

/** An answer that takes longer is given up; the same request may be sent again. */
export const patienceMs = 30_000;

/** One request to the worker. Never rejects: an answer cut short, or of an unknown shape, is a refusal like any other. */
export async function exchange<S extends v.GenericSchema>(
  deps: Pick<SyncDependencies, 'fetch' | 'now' | 'wait'>,
  server: string,
  request: Request,
  schema: S,
): Promise<Exchanged<v.InferOutput<S>>> {
  const timeout = new AbortController();
  const answered = new AbortController();
  void deps.wait(patienceMs, answered.signal).then(() => {
    if (!answered.signal.aborted) timeout.abort();
  });
  const from = deps.now();
  try {
    const response = await deps.fetch(new URL(request.path, server).href, {
      ...(await requestInit(request)),
      signal: timeout.signal,
    });
    const to = deps.now();
    if (!response.ok) return { kind: 'refused', refusal: await refusalOf(response) };
    const body = v.safeParse(schema, response.status === 204 ? null : await response.json());
    if (body.success) return { kind: 'ok', body: body.output, took: { from, to } };
    return refused({
      kind: 'server-error',
      detail: `an answer of unknown shape: ${v.summarize(body.issues)}`,
    });
  } catch (error) {
    return refused({ kind: 'unreachable', detail: String(error) });
  } finally {
    answered.abort();
  }
}

/** An answer of which the body is still to come. `close` gives it up, and must be called in the end. */
export type Opened =
  | { kind: 'ok'; response: Response; took: { from: number; to: number }; close: () => void }
  | { kind: 'refused'; refusal: Refusal };

/** A request whose answer is read bit by bit: each must come in time, not all of it (`deps.wait` and `close` say so). */
export async function openAnswer(
  deps: Pick<SyncDependencies, 'fetch' | 'now' | 'wait'>,
  server: string,
  request: Request,
): Promise<Opened> {
  const given = new AbortController();
  const answered = new AbortController();
  void deps.wait(patienceMs, answered.signal).then(() => {
    if (!answered.signal.aborted) given.abort();
  });
  const from = deps.now();
  try {
    const init = { ...(await requestInit(request)), signal: given.signal };
    const response = await deps.fetch(new URL(request.path, server).href, init);
    const took = { from, to: deps.now() };
    if (!response.ok) return { kind: 'refused', refusal: await refusalOf(response) };
    return { kind: 'ok', response, took, close: () => given.abort() };
  } catch (error) {
    return refused({ kind: 'unreachable', detail: String(error) });
  } finally {
    answered.abort();
  }
}

async function requestInit({ method, authorization, body }: Request): Promise<RequestInit> {
  const headers: Record<string, string> = { authorization, accept: 'application/json' };
  const init: RequestInit = { method, headers, cache: 'no-store', credentials: 'omit', redirect: 'error' };
  if (body === undefined) return init;
  headers['content-type'] = 'application/json';
  const { bytes } = typeof body === 'string' ? await packBody(body) : body;
  if (typeof bytes !== 'string') headers['content-encoding'] = 'gzip';
  return { ...init, body: bytes };
}

/** Compressed where that pays. `pieces`: of the body, one after another. */
export async function packBody(...pieces: (string | Uint8Array<ArrayBuffer>)[]): Promise<PackedBody> {
  const [text = '', ...more] = pieces;
  const short = more.length === 0 && typeof text === 'string' && text.length < compressFrom;
  return { kind: 'packed', bytes: short ? text : await gzip(pieces) };
}

/** Without a Blob, which would go through another process, there and back. */
function gzip(pieces: readonly (string | Uint8Array<ArrayBuffer>)[]): Promise<ArrayBuffer> {
  const encoder = new TextEncoder();
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  // What goes wrong in here is seen where the other end is read.
  const written = pieces.map((piece) =>
    writer.write(typeof piece === 'string' ? encoder.encode(piece) : piece),
  );
  void Promise.allSettled([...written, writer.close()]);
  return new Response(readable).arrayBuffer();
}

async function refusalOf(response: Response): Promise<Refusal> {
  const parsed = v.safeParse(problemSchema, await response.json().catch(() => null));
  const problem = parsed.success ? parsed.output : null;
  const kind = (problem === null ? null : problemKind(problem.type)) ?? kindOfStatus(response.status);
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  const notice: Notice = {
    kind: kind === 'method-not-allowed' ? 'server-error' : kind,
    detail: problem?.detail ?? problem?.title ?? `status ${response.status}`,
    ...(problem?.reason === undefined ? {} : { reason: problem.reason }),
  };
  return { notice, problem, retryAfterMs: Number.isFinite(after) ? Math.max(0, after) * 1000 : null };
}

/** For what stands between: a proxy's answer has a status and no problem. Only our own worker may say that we are revoked. */
function kindOfStatus(status: number): ProblemKind {
  if (status === 401) return 'unauthorized';
  if (status === 413) return 'too-large';
  if (status === 429) return 'rate-limited';
  return 'server-error';
}

function refused(notice: Notice): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal: { notice, problem: null, retryAfterMs: null } };
}
