import * as v from 'valibot';
import { pullQuery } from '../../../shared/protocol/pull.ts';
import { pushLimits, pushRequest } from '../../../shared/protocol/push.ts';
import { oldestServed } from '../../../shared/protocol/version.ts';
import { access } from '../access.ts';
import { replyJson } from '../http/reply.ts';
import { refuse } from '../workspace/decision.ts';
import { type App, deviceRoute, deviceRouteWithBody } from './route.ts';

const pushBody = { received: pushLimits.bytes, unpacked: 8 * pushLimits.bytes };

const pushSchema = v.pipe(
  pushRequest,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { operations } = dataset.value;
    const seen = new Set<string>();
    const doubled = operations.findIndex(({ id }) => seen.size === seen.add(id).size);
    if (doubled === -1) return;
    const path = [
      { type: 'object', origin: 'value', input: dataset.value, key: 'operations', value: operations },
      { type: 'array', origin: 'value', input: operations, key: doubled, value: operations[doubled] },
    ] as const;
    addIssue({ expected: 'ids that differ', path: [...path] });
  }),
);

/** What the digits of the query say; a part that is missing or no number becomes NaN, which the schema refuses. */
function numbersOf(query: Record<string, string>): Record<string, number | undefined> {
  const number = (text: string | undefined) =>
    text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return {
    proto: query.proto === undefined ? undefined : number(query.proto),
    epoch: number(query.epoch),
    view: number(query.view),
    since: number(query.since),
    limit: number(query.limit),
  };
}

export function syncRoutes(app: App): void {
  deviceRouteWithBody(app, access.push, pushSchema, pushBody, async ({ workspace, secretHash }, request) =>
    request.proto < oldestServed
      ? refuse('upgrade-required', 'Too old a version')
      : workspace.push(secretHash, request),
  );

  deviceRoute(app, access.pull, async ({ workspace, secretHash }, c) => {
    const query = v.safeParse(pullQuery, numbersOf(c.req.query()));
    if (!query.success) return refuse('malformed', 'Not a cursor and a limit');
    const answer = await workspace.pull(secretHash, query.output);
    return answer.kind === 'refused' ? answer : replyJson(c, answer.body);
  });
}
