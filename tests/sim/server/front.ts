import * as v from 'valibot';
import { joinRequest } from '../../../shared/protocol/join.ts';
import type { Operation } from '../../../shared/protocol/operation.ts';
import { problem, problemKinds } from '../../../shared/protocol/problem.ts';
import { pullQuery } from '../../../shared/protocol/pull.ts';
import { type PushResponse, pushRequest } from '../../../shared/protocol/push.ts';
import type { PushResponse3 } from '../../../shared/protocol/push-3.ts';
import { quarantineRequest, wipedRequest } from '../../../shared/protocol/quarantine.ts';
import { reEnrolRequest } from '../../../shared/protocol/re-enrol.ts';
import { oldestServed } from '../../../shared/protocol/version.ts';
import { knownIndex } from '../../../worker/src/http/known-index.ts';
import { snapshotStream } from '../../../worker/src/http/snapshot-stream.ts';
import { type Refused, refuse } from '../../../worker/src/workspace/decision.ts';
import { issueLiveTicket } from '../../../worker/src/workspace/operations/issue-live-ticket.ts';
import { join } from '../../../worker/src/workspace/operations/join.ts';
import { known } from '../../../worker/src/workspace/operations/known.ts';
import { newest, pull } from '../../../worker/src/workspace/operations/pull.ts';
import { push, push3 } from '../../../worker/src/workspace/operations/push.ts';
import { quarantine } from '../../../worker/src/workspace/operations/quarantine.ts';
import { reEnrol } from '../../../worker/src/workspace/operations/re-enrol.ts';
import { snapshot } from '../../../worker/src/workspace/operations/snapshot.ts';
import { wiped } from '../../../worker/src/workspace/operations/wiped.ts';
import { overloadAfter } from '../../../worker/src/workspace/overload.ts';
import { LightStream } from '../light-stream.ts';
import type { NetworkAnswer, NetworkRequest } from '../network.ts';
import { workspaceId } from './founding.ts';
import type { Operation as Deciding, WorkspaceServer } from './workspace-server.ts';

/** What is refused where it has waited too long for its turn. */
const inTurn: ReadonlySet<string> = new Set(['POST /v1/push', 'GET /v1/pull', 'GET /v1/newest']);

const newestQuery = v.pick(pullQuery, ['proto', 'epoch', 'view']);

/** Who is told what went in and out, at the moment of the commit. */
export type Watching = {
  /** The request as it came. */
  pushed(secret: string, body: string, answer: PushResponse | PushResponse3): void;
  /** Rows that go out to this device, packed or not: the JSON of a page, or of a segment. */
  sent(secret: string, text: string): void;
  /** The index of who is known, at the moment at which it was gathered. */
  known(secret: string, bytes: Uint8Array, all: boolean): void;
  quarantined(secret: string, operations: readonly Operation[]): void;
  joined(secret: string, answer: { device: string; member: string }): void;
};

/** The worker's front in the fewest words: which operation a request stands for, and what its answer looks like. */
export function createFront(
  server: WorkspaceServer,
  watching: Watching,
  newSecret: () => string,
  pageRows: number,
  { moment, queueMs }: { moment: () => Promise<void>; queueMs: () => number },
) {
  const run = <Body>(operation: Deciding<Body>, done: (body: Body) => unknown): NetworkAnswer => {
    const answer = server.decide(operation);
    if (answer === 'killed') return { kind: 'cut' };
    if (answer.kind === 'refused') return refusal(answer);
    const body = done(answer.body);
    if (body === null) return { kind: 'answer', status: 204, headers: {}, body: '' };
    return {
      kind: 'answer',
      status: 200,
      headers: {},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
  };
  const parsed = <S extends v.GenericSchema>(
    text: string,
    schema: S,
    then: (value: v.InferOutput<S>) => NetworkAnswer,
  ): NetworkAnswer => {
    const result = v.safeParse(schema, JSON.parse(text), { abortEarly: true });
    if (result.success) return then(result.output);
    const [first, second] = result.issues[0].path?.map((step) => step.key) ?? [];
    const operation = first === 'operations' && typeof second === 'number' ? { operation: second } : {};
    return refusal(refuse('malformed', 'The body does not fit', operation));
  };

  return (request: NetworkRequest): NetworkAnswer => {
    const { path, body } = request;
    const query = path.indexOf('?');
    const route = `${request.method} ${query === -1 ? path : path.slice(0, query)}`;
    const secret = request.authorization.slice(request.authorization.lastIndexOf('.') + 1);
    const late = inTurn.has(route) ? overloadAfter(queueMs()) : null;
    if (late !== null) return refusal(late);
    switch (route) {
      case 'POST /v1/push':
        if (body.startsWith('[')) {
          return run(
            (tx) => push3(tx, secret, body),
            (answer) => {
              watching.pushed(secret, body, answer);
              return answer;
            },
          );
        }
        return parsed(body, pushRequest, (asked) =>
          asked.proto < oldestServed
            ? refusal(refuse('upgrade-required', 'Too old a version'))
            : run(
                (tx) => push(tx, secret, asked),
                (answer) => {
                  watching.pushed(secret, body, answer);
                  return answer;
                },
              ),
        );
      case 'GET /v1/newest':
        return run(
          (tx) => newest(tx, secret, v.parse(newestQuery, numbersOf(path.slice(query + 1)))),
          (page) => {
            watching.sent(secret, page);
            return page;
          },
        );
      case 'GET /v1/pull':
        return run(
          (tx) => {
            const asked = v.parse(pullQuery, numbersOf(path.slice(query + 1)));
            return pull(tx, secret, { ...asked, limit: Math.min(asked.limit, pageRows) });
          },
          (page) => {
            watching.sent(secret, page);
            return page;
          },
        );
      case 'GET /v1/snapshot': {
        const { epoch = 0, view = 0, proto = 3, seq, after } = queryOf(path.slice(query + 1));
        const ask = async (at: number | null, behind: string | null) => {
          await moment();
          const late = overloadAfter(queueMs());
          if (late !== null) return late;
          const place = { epoch: Number(epoch), view: Number(view), proto: Number(proto) };
          const answer = server.decide((tx) => snapshot(tx, secret, { ...place, seq: at, after: behind }));
          if (answer === 'killed') throw new Error('the process ended');
          if (answer.kind === 'done' && answer.body.kind === 'part') {
            for (const { text } of answer.body.segments) watching.sent(secret, text);
          }
          return answer;
        };
        const from = { seq: seq === undefined ? null : Number(seq), after: after ?? null };
        return {
          kind: 'stream',
          open: async () => {
            const opened = await snapshotStream(ask, from);
            return opened.kind === 'lines' ? (opened.lines as unknown as LightStream) : refusal(opened);
          },
        };
      }
      case 'GET /v1/known': {
        const { epoch = 0, view = 0, ...asked } = queryOf(path.slice(query + 1));
        const all = asked.all === '1';
        const place = { epoch: Number(epoch), view: Number(view) };
        const ask = async (after: string) => {
          await moment();
          const late = overloadAfter(queueMs());
          if (late !== null) return late;
          const answer = server.decide((tx) => known(tx, secret, { ...place, all, after }));
          if (answer === 'killed') throw new Error('the process ended');
          return answer;
        };
        return {
          kind: 'stream',
          open: async () => {
            const index = await knownIndex(ask, { ...place, exact: !all });
            if (index.kind === 'refused') return refusal(index);
            if (index.kind === 'restart')
              return { kind: 'answer', status: 200, headers: {}, body: index.text };
            watching.known(secret, index.bytes, all);
            return streamOf(index.bytes);
          },
        };
      }
      case 'POST /v1/re-enrol': {
        return parsed(body, reEnrolRequest, (asked) => {
          const token = asked.secret ?? newSecret();
          return run(
            (tx) => reEnrol(tx, secret, { tokenHash: token, request: asked }),
            (answer) => {
              watching.joined(token, answer);
              return { token: `${workspaceId}.${token}`, ...answer };
            },
          );
        });
      }
      case 'POST /v1/live-ticket': {
        const ticket = newSecret();
        return run(
          (tx) => issueLiveTicket(tx, secret, ticket),
          () => ({ ticket: `${workspaceId}.${ticket}`, seconds: 30 }),
        );
      }
      case 'POST /v1/quarantine':
        return parsed(body, quarantineRequest, (asked) =>
          run(
            (tx) => quarantine(tx, secret, asked),
            (answer) => {
              watching.quarantined(secret, asked.operations);
              return answer;
            },
          ),
        );
      case 'POST /v1/wiped':
        return parsed(body, wipedRequest, ({ nonce }) =>
          run(
            (tx) => wiped(tx, secret, nonce),
            () => null,
          ),
        );
      case 'POST /v1/join': {
        const token = newSecret();
        return parsed(body, joinRequest, (asked) =>
          run(
            (tx) => join(tx, { invitationHash: secret, tokenHash: token, request: asked }),
            (answer) => {
              watching.joined(token, answer);
              return { token: `${workspaceId}.${token}`, ...answer };
            },
          ),
        );
      }
      default:
        return refusal(refuse('not-found', 'No such address'));
    }
  };
}

function refusal({ problem: kind, title, details, retryAfter }: Refused): NetworkAnswer {
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  return {
    kind: 'answer',
    status: problemKinds[kind],
    headers,
    body: JSON.stringify(problem(kind, title, details)),
  };
}

function streamOf(bytes: Uint8Array): LightStream {
  return new LightStream({
    pull: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function queryOf(query: string): Partial<Record<string, string>> {
  const named: Partial<Record<string, string>> = {};
  for (const part of query.split('&')) {
    const [name = '', value] = part.split('=');
    named[name] = value;
  }
  return named;
}

function numbersOf(query: string): Record<string, number> {
  const named: Record<string, number> = {};
  const texts = queryOf(query);
  for (const name in texts) named[name] = Number(texts[name]);
  return named;
}
