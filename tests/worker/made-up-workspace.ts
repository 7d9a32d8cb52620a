import * as v from 'valibot';
import type { MemberRole } from '../../shared/domain/member.ts';
import { parseInvitationLink } from '../../shared/protocol/credential.ts';
import { joinResponse } from '../../shared/protocol/join.ts';
import { inviteResponse } from '../../shared/protocol/members.ts';
import { createWorkspaceResponse } from '../../shared/protocol/workspace.ts';
import { deviceClient, type Send, type TestDevice } from './device-client.ts';

export const deploymentSecret = 'the secret of this deployment';

/** The invitation's credential out of the link that a person would paste. */
export function credentialOf(link: string): string {
  const parsed = parseInvitationLink(link);
  if (parsed === null) throw new Error(`no invitation link: ${link}`);
  return parsed.invitation;
}

export async function join(send: Send, invitation: string, deviceName = 'Laptop'): Promise<Response> {
  return send('/v1/join', {
    method: 'POST',
    headers: { authorization: `Invitation ${invitation}` },
    body: JSON.stringify({ proto: 1, deviceName }),
  });
}

export async function joined(send: Send, invitation: string): Promise<TestDevice> {
  const response = await join(send, invitation);
  if (!response.ok) throw new Error(`joining answered ${response.status}: ${await response.text()}`);
  return deviceClient(send, v.parse(joinResponse, await response.json()));
}

export type MadeUpWorkspace = {
  id: string;
  admin: TestDevice;
  /** Invites somebody; `name` becomes the address at the workspace's own domain. */
  invite(name: string, role: MemberRole, manager?: string): Promise<v.InferOutput<typeof inviteResponse>>;
  /** Invites and joins. */
  member(name: string, role: MemberRole, manager?: string): Promise<TestDevice>;
};

/** A new Tidewater Tools with Vera Novak as its admin, on a device. */
export async function foundWorkspace(send: Send, secret = deploymentSecret): Promise<MadeUpWorkspace> {
  const response = await send('/v1/workspaces', {
    method: 'POST',
    headers: { authorization: `Deployment ${secret}` },
    body: JSON.stringify({
      name: 'Tidewater Tools',
      slug: 'tidewater',
      ownDomains: ['tidewater.test'],
      admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
    }),
  });
  const { workspace, invitation } = v.parse(createWorkspaceResponse, await response.json());
  const admin = await joined(send, credentialOf(invitation));
  const invite: MadeUpWorkspace['invite'] = async (name, role, manager) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@tidewater.test`;
    const answer = await admin.post('/v1/invitations', {
      name,
      email,
      role,
      ...(manager ? { manager } : {}),
    });
    return v.parse(inviteResponse, await answer.json());
  };
  return {
    id: workspace,
    admin,
    invite,
    member: async (name, role, manager) =>
      joined(send, credentialOf((await invite(name, role, manager)).link)),
  };
}
