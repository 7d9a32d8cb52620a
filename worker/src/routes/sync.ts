import * as v from 'valibot';
import { idSchema } from '../../../shared/domain/ids.ts';
import { lookUpRequest } from '../../../shared/protocol/look-up.ts';
import { pullQuery } from '../../../shared/protocol/pull.ts';
import { pushLimits, pushRequest } from '../../../shared/protocol/push.ts';
import { oldestServed } from '../../../shared/protocol/version.ts';
import { access } from '../access.ts';
import type { Holder } from '../http/credential.ts';
import { knownIndex } from '../http/known-index.ts';
import { parseBody, readBody, readText } from '../http/read-body.ts';
import { replyBytes, replyJson, replyLines } from '../http/reply.ts';
import { snapshotStream } from '../http/snapshot-stream.ts';
import { countUnderWay } from '../http/under-way.ts';
import { type Answer, refuse } from '../workspace/decision.ts';
import { takeOperations } from '../workspace/rules/take-operations.ts';
import { type App, deviceRoute, smallBody } from './route.ts';

/** As many as can be taken, one after another, within about the time that anybody waits. */
const pushesAtOnce = 64;

const pushBody = { received: pushLimits.bytes, unpacked: 8 * pushLimits.bytes };

/** The envelope of versions 1 and 2; its operations are checked one by one (rules/take-operations.ts). */
const olderPush = v.object({
  ...pushRequest.entries,
  operations: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(pushLimits.operations)),
});

/** What the digits of the query say; a part that is missing or no number becomes NaN, which the schema refuses. */
function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function numbersOf(
  query: Record<string, string>,
  names: readonly string[],
): Record<string, number | undefined> {
  const numbers = names.map((name) => [name, numberOf(query[name])]);
  return {
    proto: query.proto === undefined ? undefined : numberOf(query.proto),
    ...Object.fromEntries(numbers),
  };
}

const snapshotQuery = v.object({
  ...v.pick(pullQuery, ['proto', 'epoch', 'view']).entries,
  seq: v.nullable(v.number()),
  after: v.nullable(idSchema),
  rows: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1000))),
});

const newestQuery = v.pick(pullQuery, ['proto', 'epoch', 'view']);

export function syncRoutes(app: App): void {
  const pushes = countUnderWay(pushesAtOnce);
  deviceRoute<unknown>(app, access.push, async (holder, c) => {
    const leave = pushes.enter(holder.workspaceId);
    if (leave === null) return refuse('overloaded', 'The workspace cannot keep up', {}, 1);
    try {
      return await push(holder, c.req.raw);
    } finally {
      leave();
    }
  });

  deviceRoute(app, access.pull, async ({ workspace, secretHash }, c) => {
    const query = v.safeParse(pullQuery, numbersOf(c.req.query(), ['epoch', 'view', 'since', 'limit']));
    if (!query.success) return refuse('malformed', 'Not a cursor and a limit');
    const answer = await workspace.pull(Date.now(), secretHash, query.output);
    return answer.kind === 'refused' ? answer : replyJson(c, answer.body);
  });

  deviceRoute(app, access.newest, async ({ workspace, secretHash }, c) => {
    const query = v.safeParse(newestQuery, numbersOf(c.req.query(), ['epoch', 'view']));
    if (!query.success) return refuse('malformed', 'Not an epoch and a view');
    const answer = await workspace.newest(Date.now(), secretHash, query.output);
    return answer.kind === 'refused' ? answer : replyJson(c, answer.body);
  });

  deviceRoute<unknown>(app, access.lookUp, async ({ workspace, secretHash }, c) => {
    const request = await readBody(c.req.raw, lookUpRequest, smallBody);
    if (request.kind === 'refused') return request;
    const answer = await workspace.lookUp(Date.now(), secretHash, request.value);
    return answer.kind === 'refused' ? answer : replyJson(c, answer.body);
  });

  deviceRoute<null>(app, access.snapshot, async ({ workspace, secretHash }, c) => {
    const { seq, after, rows, ...rest } = c.req.query();
    const query = v.safeParse(snapshotQuery, {
      ...numbersOf(rest, ['epoch', 'view']),
      seq: seq === undefined ? null : numberOf(seq),
      after: after ?? null,
      rows: rows === undefined ? undefined : numberOf(rows),
    });
    if (!query.success) return refuse('malformed', 'Not where to go on from');
    const asked = query.output;
    const answer = await snapshotStream(
      (seq, after) => workspace.snapshot(Date.now(), secretHash, { ...asked, seq, after }),
      asked,
    );
    return answer.kind === 'refused' ? answer : replyLines(c, answer.lines);
  });

  deviceRoute<null>(app, access.known, async ({ workspace, secretHash }, c) => {
    const query = v.safeParse(newestQuery, numbersOf(c.req.query(), ['epoch', 'view']));
    if (!query.success) return refuse('malformed', 'Not an epoch and a view');
    const { epoch, view } = query.output;
    const all = c.req.query('all') === '1';
    const answer = await knownIndex(
      (after) => workspace.known(Date.now(), secretHash, { epoch, view, all, after }),
      { epoch, view, exact: !all },
    );
    if (answer.kind === 'refused') return answer;
    return answer.kind === 'restart' ? replyJson(c, answer.text) : replyBytes(c, answer.bytes);
  });
}

async function push({ workspace, secretHash }: Holder, request: Request): Promise<Answer<unknown>> {
  const text = await readText(request, pushBody);
  if (text.kind === 'refused') return text;
  // From version 3 on a push is an array. What comes before it in an array's text is white space at most.
  if (text.value.trimStart().startsWith('[')) return workspace.push3(Date.now(), secretHash, text.value);
  const envelope = parseBody(text.value, olderPush);
  if (envelope.kind === 'refused') return envelope;
  if (envelope.value.proto < oldestServed) return refuse('upgrade-required', 'Too old a version');
  const taken = takeOperations(envelope.value.operations);
  if (taken.kind === 'refused') return taken;
  const { operations } = taken;
  return workspace.push(Date.now(), secretHash, { ...envelope.value, operations });
}
