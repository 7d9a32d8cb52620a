import { expandOperation } from '../../../shared/protocol/compact-operation.ts';
import type { Operation, Outcome } from '../../../shared/protocol/operation.ts';
import {
  type ProblemDetails,
  type ProblemKind,
  problem,
  problemKinds,
} from '../../../shared/protocol/problem.ts';
import type { Cursor } from '../../../shared/protocol/pull.ts';
import type { PushRequest } from '../../../shared/protocol/push.ts';
import type { PushRequest3, PushResponse3 } from '../../../shared/protocol/push-3.ts';
import { applyChange } from '../../../shared/sync/apply-change.ts';
import { firstDecision } from '../../../shared/sync/first-decision.ts';
import { packRow } from '../../../shared/sync/packed-row.ts';
import type { RecordState, Row } from '../../../shared/sync/row.ts';
import { clampStamp } from '../../../shared/sync/stamp.ts';
import { members } from '../made-up-device.ts';

export type Asked = { method: string; path: string; authorization: string; body: unknown };
type Reply = Response | 'lost-before' | 'lost-after' | null;

/**
 * A worker for unit tests only: a pool of rows in memory that answers push and pull, and whatever a test has scripted before
 * that. It merges with the shipped code and knows nothing of rights.
 */
export function scriptedServer(clock: { now: number }, device: string) {
  const pool = new Map<string, Row>();
  const asked: Asked[] = [];
  const state = {
    seq: 0,
    epoch: 1,
    view: 1,
    last: null as string | null,
    outcomes: new Map<string, Outcome>(),
    /** Asked first: a response to give instead, or how the exchange is lost. */
    script: ((_asked: Asked) => null) as (asked: Asked) => Reply,
    /** What an operation comes to, where a test wants another outcome. */
    decide: ((_id: string) => null) as (id: string) => Outcome | null,
    clockAhead: 0,
    /** Whose stamps a push leaves out. */
    device,
    /** What a push moved is said to be its own effect alone, so that it need not be pulled. */
    own: false,
  };
  const now = () => clock.now + state.clockAhead;

  const put = (row: Pick<Row, 'kind' | 'id' | 'gone'> & RecordState) => {
    state.seq += 1;
    pool.set(row.id, { ...row, seq: state.seq });
  };

  function push(request: PushRequest): Response {
    const from = state.seq;
    const ids = request.operations.map((operation) => operation.id);
    const repeat = state.last !== null && ids.includes(state.last);
    if (request.epoch !== state.epoch || (!repeat && request.from !== (state.last?.slice(0, 10) ?? null)))
      return refuse('fork', { last: state.last });
    for (const operation of request.operations) {
      if (state.outcomes.has(operation.id)) continue;
      const outcome = state.decide(operation.id) ?? { kind: 'applied' as const };
      state.outcomes.set(operation.id, outcome);
      if (outcome.kind !== 'applied' || operation.type === 'command') continue;
      for (const change of operation.changes) {
        const held = pool.get(change.id);
        const stamp = clampStamp(operation.stamp, now());
        const { state: after } = applyChange(held ?? null, change, stamp);
        const decided = firstDecision(change.on, members.jonas, now());
        put({ decided, ...held, ...after, kind: change.on, id: change.id, gone: false });
      }
    }
    state.last = ids.at(-1) ?? state.last;
    const except: PushResponse3['except'] = [];
    for (const [i, id] of ids.entries()) {
      const outcome = state.outcomes.get(id);
      if (outcome?.kind === 'stale') except.push([i, 'stale']);
      if (outcome?.kind === 'rejected') except.push([i, 'rejected', outcome.reason]);
    }
    const last = ids.at(-1) ?? '';
    const answer: PushResponse3 = {
      last,
      from,
      seq: state.seq,
      now: now(),
      own: state.own && !repeat,
      except,
    };
    return Response.json(answer);
  }

  function pull(query: URLSearchParams): Response {
    const number = (name: string) => Number(query.get(name));
    if (number('epoch') !== state.epoch || number('view') !== state.view) {
      const cursor: Cursor = { epoch: state.epoch, view: state.view, seq: 0 };
      return Response.json({ kind: 'restart', cursor, now: now() });
    }
    const found = [...pool.values()].filter((row) => row.seq > number('since')).sort((a, b) => a.seq - b.seq);
    const rows = found.slice(0, number('limit'));
    const more = rows.length < found.length;
    const seq = more ? (rows.at(-1)?.seq ?? 0) : state.seq;
    const cursor: Cursor = { epoch: state.epoch, view: state.view, seq };
    return Response.json({ kind: 'page', rows: rows.map(packRow), cursor, more, now: now() });
  }

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams, search } = new URL(url);
    const request: Asked = {
      method: init.method ?? 'GET',
      path: pathname + search,
      authorization: new Headers(init.headers).get('authorization') ?? '',
      body: asObject(await bodyOf(init), state.device),
    };
    asked.push(request);
    const scripted = state.script(request);
    if (scripted instanceof Response) return scripted;
    if (scripted === 'lost-before') throw new TypeError('Failed to fetch');
    const answer =
      pathname === '/v1/push'
        ? push(request.body as PushRequest)
        : pathname === '/v1/pull'
          ? pull(searchParams)
          : refuse('not-found');
    if (scripted === 'lost-after') throw new TypeError('Failed to fetch');
    return answer;
  }

  return { state, pool, asked, put, fetch };
}

export type ScriptedServer = ReturnType<typeof scriptedServer>;

export function refuse(kind: ProblemKind, details: ProblemDetails = {}): Response {
  return Response.json(problem(kind, kind, details), {
    status: problemKinds[kind],
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** A push as an object with whole operations, however it was sent. */
function asObject(body: unknown, device: string): unknown {
  if (!Array.isArray(body)) return body;
  const [proto, epoch, from, compact] = body as PushRequest3;
  const operations = compact.map((one) => expandOperation(one, device) as Operation);
  return { proto, epoch, from, operations } satisfies PushRequest;
}

async function bodyOf(init: RequestInit): Promise<unknown> {
  if (init.body === undefined || init.body === null) return null;
  const zipped = new Headers(init.headers).get('content-encoding') === 'gzip';
  const stream = new Response(init.body).body as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(zipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).json();
}
