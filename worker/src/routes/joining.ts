import { randomId } from '../../../shared/domain/ids.ts';
import { invitationLink } from '../../../shared/protocol/credential.ts';
import { type JoinResponse, joinRequest } from '../../../shared/protocol/join.ts';
import { reEnrolRequest } from '../../../shared/protocol/re-enrol.ts';
import { oldestServed } from '../../../shared/protocol/version.ts';
import { createWorkspaceRequest } from '../../../shared/protocol/workspace.ts';
import { access } from '../access.ts';
import { authorization, holderOf, workspaceStub } from '../http/credential.ts';
import { readBody } from '../http/read-body.ts';
import { reply, replyRefused } from '../http/reply.ts';
import { isSameSecret, newSecret, secretOf } from '../http/secrets.ts';
import { refuse } from '../workspace/decision.ts';
import { type App, deviceRoute, deviceRouteWithBody, smallBody } from './route.ts';

/** Creating a workspace, joining it, and asking what one is there. */
export function joiningRoutes(app: App): void {
  app.on(access.createWorkspace.method, access.createWorkspace.path, async (c) => {
    const given = authorization(c, 'Deployment');
    if (given === null || !(await isSameSecret(given, c.env.DEPLOYMENT_SECRET ?? ''))) {
      return replyRefused(c, refuse('unauthorized', "Not this deployment's secret"));
    }
    const body = await readBody(c.req.raw, createWorkspaceRequest, smallBody);
    if (body.kind === 'refused') return replyRefused(c, body);
    const workspace = randomId();
    c.set('workspace', workspace);
    const { secret, hash } = await newSecret();
    const founding = { workspace, invitationHash: hash, request: body.value };
    const answer = await workspaceStub(c, workspace).create(founding);
    if (answer.kind === 'refused') return replyRefused(c, answer);
    const invitation = invitationLink(c.req.url, `${workspace}.${secret}`);
    return reply(c, { kind: 'done', body: { workspace, invitation } });
  });

  app.on(access.join.method, access.join.path, async (c) => {
    const holder = await holderOf(c, 'Invitation');
    if (holder === null) return replyRefused(c, refuse('unauthorized', 'No invitation'));
    const body = await readBody(c.req.raw, joinRequest, smallBody);
    if (body.kind === 'refused') return replyRefused(c, body);
    if (body.value.proto < oldestServed)
      return replyRefused(c, refuse('upgrade-required', 'Too old a version'));
    const { secret, hash } = await newSecret();
    const joining = { invitationHash: holder.secretHash, tokenHash: hash, request: body.value };
    const answer = await holder.workspace.join(joining);
    if (answer.kind === 'refused') return replyRefused(c, answer);
    const joined: JoinResponse = { token: `${holder.workspaceId}.${secret}`, ...answer.body };
    return reply(c, { kind: 'done', body: joined });
  });

  deviceRouteWithBody(app, access.reEnrol, reEnrolRequest, smallBody, async (holder, request) => {
    const { secret, hash } = await (request.secret === undefined ? newSecret() : secretOf(request.secret));
    const answer = await holder.workspace.reEnrol(holder.secretHash, { tokenHash: hash, request });
    if (answer.kind === 'refused') return answer;
    const enrolled: JoinResponse = { token: `${holder.workspaceId}.${secret}`, ...answer.body };
    return { kind: 'done', body: enrolled };
  });

  deviceRoute(app, access.me, ({ workspace, secretHash }) => workspace.me(secretHash));
}
