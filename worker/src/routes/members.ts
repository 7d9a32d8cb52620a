import * as v from 'valibot';
import { idSchema } from '../../../shared/domain/ids.ts';
import { policySchema } from '../../../shared/domain/policy.ts';
import { invitationLink } from '../../../shared/protocol/credential.ts';
import {
  type InviteResponse,
  inviteRequest,
  memberRoleRequest,
  memberStatusRequest,
} from '../../../shared/protocol/members.ts';
import { access } from '../access.ts';
import type { AppContext } from '../http/context.ts';
import { newSecret } from '../http/secrets.ts';
import { type Answer, refuse } from '../workspace/decision.ts';
import { type App, deviceRoute, deviceRouteWithBody, smallBody } from './route.ts';

const policyBody = { received: 1024 * 1024, unpacked: 1024 * 1024 };

/** Members, invitations, devices and the policy: what an admin's page needs. */
export function memberRoutes(app: App): void {
  deviceRoute(app, access.members, ({ workspace, secretHash }) => workspace.members(secretHash));

  deviceRouteWithBody(app, access.invite, inviteRequest, smallBody, async (holder, request, c) => {
    const { secret, hash } = await newSecret();
    const answer = await holder.workspace.invite(holder.secretHash, { secretHash: hash, request });
    if (answer.kind === 'refused') return answer;
    const link = invitationLink(c.req.url, `${holder.workspaceId}.${secret}`);
    return { kind: 'done', body: { ...answer.body, link } satisfies InviteResponse };
  });

  deviceRoute(app, access.dropInvitation, ({ workspace, secretHash }, c) =>
    withId(c, 'invitation', (id) => workspace.dropInvitation(secretHash, id)),
  );

  deviceRouteWithBody(app, access.setMemberStatus, memberStatusRequest, smallBody, (holder, body, c) =>
    withId(c, 'member', (member) => holder.workspace.setMemberStatus(holder.secretHash, { member, ...body })),
  );

  deviceRouteWithBody(app, access.setMemberRole, memberRoleRequest, smallBody, (holder, body, c) =>
    withId(c, 'member', (member) => holder.workspace.setMemberRole(holder.secretHash, { member, ...body })),
  );

  deviceRoute(app, access.revokeDevice, ({ workspace, secretHash }, c) =>
    withId(c, 'device', (id) => workspace.revokeDevice(secretHash, id)),
  );

  deviceRoute(app, access.readPolicy, ({ workspace, secretHash }) => workspace.readPolicy(secretHash));

  deviceRouteWithBody(app, access.writePolicy, policySchema, policyBody, (holder, policy) =>
    holder.workspace.writePolicy(holder.secretHash, policy),
  );
}

/** Runs with the id of that name in the path; what is no id is nothing that exists. */
async function withId<Body>(
  c: AppContext,
  name: string,
  run: (id: string) => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  const id = c.req.param(name);
  return v.is(idSchema, id) ? run(id) : refuse('not-found', 'Not an id');
}
