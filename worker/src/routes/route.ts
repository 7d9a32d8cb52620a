import type { Hono } from 'hono';
import type * as v from 'valibot';
import type { Access } from '../access.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { type Holder, holderOf } from '../http/credential.ts';
import { type BodyLimit, readBody } from '../http/read-body.ts';
import { reply, replyRefused } from '../http/reply.ts';
import { type Answer, refuse } from '../workspace/decision.ts';

export type App = Hono<AppEnv>;

export const smallBody: BodyLimit = { received: 64 * 1024, unpacked: 256 * 1024 };

/** A route that a device calls: whether it may is asked of its own workspace, in the operation's transaction. */
export function deviceRoute<Body>(
  app: App,
  rule: Access,
  run: (holder: Holder, c: AppContext) => Promise<Answer<Body> | Response>,
): void {
  app.on(rule.method, rule.path, async (c) => {
    const holder = await holderOf(c, 'Bearer');
    if (holder === null) return replyRefused(c, refuse('unauthorized', 'No device token'));
    const answer = await run(holder, c);
    return answer instanceof Response ? answer : reply(c, answer);
  });
}

/** The same, with a body to parse first. */
export function deviceRouteWithBody<S extends v.GenericSchema, Body>(
  app: App,
  rule: Access,
  schema: S,
  limit: BodyLimit,
  run: (holder: Holder, body: v.InferOutput<S>, c: AppContext) => Promise<Answer<Body>>,
): void {
  deviceRoute<Body>(app, rule, async (holder, c) => {
    const body = await readBody(c.req.raw, schema, limit);
    return body.kind === 'refused' ? body : run(holder, body.value, c);
  });
}
