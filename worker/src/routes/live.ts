import * as v from 'valibot';
import { parseCredential } from '../../../shared/protocol/credential.ts';
import { liveProtocol, ticketPrefix } from '../../../shared/protocol/live.ts';
import { liveProtocol3 } from '../../../shared/protocol/live-3.ts';
import { type ProblemKind, problemKinds } from '../../../shared/protocol/problem.ts';
import { access } from '../access.ts';
import { openHolder } from '../http/credential.ts';
import { replyRefused } from '../http/reply.ts';
import { newSecret } from '../http/secrets.ts';
import { liveProtocolHeader, ticketHeader } from '../ticket-header.ts';
import { type Refused, refuse } from '../workspace/decision.ts';
import { ticketSeconds } from '../workspace/tables/tickets.ts';
import { type App, deviceRoute } from './route.ts';

export function liveRoutes(app: App): void {
  deviceRoute(app, access.liveTicket, async ({ workspaceId, workspace, secretHash }) => {
    const { secret, hash } = await newSecret();
    const answer = await workspace.issueLiveTicket(secretHash, hash);
    if (answer.kind === 'refused') return answer;
    return { kind: 'done', body: { ticket: `${workspaceId}.${secret}`, seconds: ticketSeconds } };
  });

  // A browser's socket can carry no header, so the ticket comes as a second protocol name, and only the first is echoed.
  app.on(access.live.method, access.live.path, async (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      return replyRefused(c, refuse('upgrade-required', 'This is a WebSocket'));
    }
    const offered = (c.req.header('sec-websocket-protocol') ?? '').split(',').map((name) => name.trim());
    const ticket = offered.find((name) => name.startsWith(ticketPrefix))?.slice(ticketPrefix.length) ?? '';
    const credential = parseCredential(ticket);
    const protocol = [liveProtocol3, liveProtocol].find((name) => offered.includes(name));
    if (credential === null || protocol === undefined) {
      return replyRefused(c, refuse('unauthorized', 'No ticket'));
    }
    const { workspace, secretHash } = await openHolder(c, credential);
    const response = await workspace.fetch('https://workspace/live', {
      headers: { upgrade: 'websocket', [ticketHeader]: secretHash, [liveProtocolHeader]: protocol },
    });
    return response.status === 101
      ? response
      : replyRefused(c, v.parse(refusedSchema, await response.json()));
  });
}

const isProblemKind = (kind: unknown): kind is ProblemKind =>
  typeof kind === 'string' && kind in problemKinds;

const refusedSchema: v.GenericSchema<unknown, Refused> = v.object({
  kind: v.literal('refused'),
  problem: v.custom<ProblemKind>(isProblemKind),
  title: v.string(),
  details: v.object({}),
  retryAfter: v.nullable(v.number()),
});
