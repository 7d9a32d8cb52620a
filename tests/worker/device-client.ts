import * as v from 'valibot';
import type { JoinResponse } from '../../shared/protocol/join.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import { type Problem, problemSchema } from '../../shared/protocol/problem.ts';
import { type PullResponse, pullResponse } from '../../shared/protocol/pull.ts';
import { type PullResponse3, pullResponse3 } from '../../shared/protocol/pull-3.ts';
import { type PushResponse, pushResponse } from '../../shared/protocol/push.ts';
import { type PushResponse3, pushRequest3, pushResponse3 } from '../../shared/protocol/push-3.ts';
import type { Row } from '../../shared/sync/row.ts';

/** Sends to the worker under test; `path` begins with a slash. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** What most tests speak: the older forms, which go on being served. */
const olderVersion = 2;

export type TestDevice = JoinResponse & {
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** Pushes after what was acknowledged last and remembers what is acknowledged now. Throws where it is refused. */
  push(...operations: Operation[]): Promise<PushResponse>;
  /** One push as it is, without remembering anything. */
  pushRaw(from: string | null, operations: unknown[], epoch?: number): Promise<Response>;
  pull(since?: number, limit?: number): Promise<PullResponse>;
  /** The same three in the forms of version 3. Pushes of either version follow each other. */
  push3(...operations: Operation[]): Promise<PushResponse3>;
  pushRaw3(from: string | null, operations: Operation[], epoch?: number): Promise<Response>;
  pull3(since?: number, limit?: number): Promise<PullResponse3>;
  /** Everything that the device may see, by id. */
  rows(): Promise<Map<string, Row>>;
};

export function deviceClient(send: Send, join: JoinResponse): TestDevice {
  let last: string | null = null;
  const authorization = `Bearer ${join.token}`;
  const device: TestDevice = {
    ...join,
    get: (path) => device.send('GET', path),
    post: (path, body) => device.send('POST', path, body),
    send: (method, path, body) =>
      send(path, {
        method,
        headers: { authorization },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    push: async (...operations) => {
      const response = await device.pushRaw(last, operations);
      if (!response.ok) throw new Error(`push answered ${response.status}: ${await response.text()}`);
      const answer = v.parse(pushResponse, await response.json());
      last = answer.last;
      return answer;
    },
    pushRaw: (from, operations, epoch = 1) =>
      device.post('/v1/push', { proto: olderVersion, epoch, from, operations }),
    pull: async (since = 0, limit = 2000) => {
      const { epoch, view } = join.cursor;
      const query = `proto=${olderVersion}&epoch=${epoch}&view=${view}&since=${since}&limit=${limit}`;
      const response = await whenServed(() => device.get(`/v1/pull?${query}`));
      if (!response.ok) throw new Error(`pull answered ${response.status}: ${await response.text()}`);
      return v.parse(pullResponse, await response.json());
    },
    push3: async (...operations) => {
      const response = await device.pushRaw3(last, operations);
      if (!response.ok) throw new Error(`push answered ${response.status}: ${await response.text()}`);
      const answer = v.parse(pushResponse3, await response.json());
      last = answer.last;
      return answer;
    },
    pushRaw3: (from, operations, epoch = 1) =>
      device.post('/v1/push', pushRequest3(epoch, from, operations, join.device)),
    pull3: async (since = 0, limit = 2000) => {
      const { epoch, view } = join.cursor;
      const query = `proto=3&epoch=${epoch}&view=${view}&since=${since}&limit=${limit}`;
      const response = await whenServed(() => device.get(`/v1/pull?${query}`));
      if (!response.ok) throw new Error(`pull answered ${response.status}: ${await response.text()}`);
      return v.parse(pullResponse3, await response.json());
    },
    rows: async () => {
      const rows = new Map<string, Row>();
      for (let since = 0; ; ) {
        const page = await device.pull(since);
        if (page.kind !== 'page') throw new Error('the view has changed');
        for (const row of page.rows) rows.set(row.id, row);
        since = page.cursor.seq;
        if (!page.more) return rows;
      }
    },
  };
  return device;
}

/** Asks again where the server is busy, when it says so: a test that has just pushed much waits as any device would. */
async function whenServed(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask();
    if (response.status !== 503) return response;
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after'))));
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  return v.parse(problemSchema, await response.json());
}

/** `urn:holdfast:problem:<kind>` → kind, with the status in front, for one-line comparisons. */
export async function refusal(response: Response): Promise<string> {
  const { type, status } = await problemOf(response);
  return `${response.status === status ? status : `${response.status} but says ${status}`} ${type.split(':').at(-1)}`;
}

/** What became of a push's operations, in words. */
export function outcomesOf(answer: PushResponse): string[] {
  return answer.outcomes.map(({ outcome }) =>
    outcome.kind === 'rejected' ? `rejected ${outcome.reason}` : outcome.kind,
  );
}
