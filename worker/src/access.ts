import type { MemberRole } from '../../shared/domain/member.ts';

/**
 * What opens a route. `device`: an active device of an active member in one of `roles`. `revoked-device`: one that is no longer
 * served, with its nonce. `invitation`, `ticket`, `deployment`: that secret, and no member.
 */
export type Access = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  by: 'anyone' | 'deployment' | 'invitation' | 'ticket' | 'device' | 'revoked-device';
  roles: readonly MemberRole[] | null;
};

const everyone = ['admin', 'manager', 'rep', 'viewer'] as const;
const admin = ['admin'] as const;

/** Every route there is, and who may call it. The router is built from this, and so is the cross-tenant test. */
export const access = {
  landing: { method: 'GET', path: '/', by: 'anyone', roles: null },
  health: { method: 'GET', path: '/v1/health', by: 'anyone', roles: null },
  createWorkspace: { method: 'POST', path: '/v1/workspaces', by: 'deployment', roles: null },
  join: { method: 'POST', path: '/v1/join', by: 'invitation', roles: null },
  reEnrol: { method: 'POST', path: '/v1/re-enrol', by: 'device', roles: everyone },
  me: { method: 'GET', path: '/v1/me', by: 'device', roles: everyone },
  // A viewer's push is taken and each of its operations rejected, so that its queue empties and says why.
  push: { method: 'POST', path: '/v1/push', by: 'device', roles: everyone },
  pull: { method: 'GET', path: '/v1/pull', by: 'device', roles: everyone },
  newest: { method: 'GET', path: '/v1/newest', by: 'device', roles: everyone },
  lookUp: { method: 'POST', path: '/v1/look-up', by: 'device', roles: everyone },
  snapshot: { method: 'GET', path: '/v1/snapshot', by: 'device', roles: everyone },
  known: { method: 'GET', path: '/v1/known', by: 'device', roles: everyone },
  liveTicket: { method: 'POST', path: '/v1/live-ticket', by: 'device', roles: everyone },
  live: { method: 'GET', path: '/v1/live', by: 'ticket', roles: null },
  members: { method: 'GET', path: '/v1/members', by: 'device', roles: admin },
  invite: { method: 'POST', path: '/v1/invitations', by: 'device', roles: admin },
  dropInvitation: { method: 'DELETE', path: '/v1/invitations/:invitation', by: 'device', roles: admin },
  setMemberStatus: { method: 'POST', path: '/v1/members/:member/status', by: 'device', roles: admin },
  setMemberRole: { method: 'POST', path: '/v1/members/:member/role', by: 'device', roles: admin },
  // Beyond the role: an admin any device, a manager those of members who name them, everybody their own.
  revokeDevice: { method: 'POST', path: '/v1/devices/:device/revoke', by: 'device', roles: everyone },
  readPolicy: { method: 'GET', path: '/v1/policy', by: 'device', roles: everyone },
  writePolicy: { method: 'PUT', path: '/v1/policy', by: 'device', roles: admin },
  countYields: { method: 'POST', path: '/v1/yields', by: 'device', roles: everyone },
  yields: { method: 'GET', path: '/v1/yields', by: 'device', roles: admin },
  quarantine: { method: 'POST', path: '/v1/quarantine', by: 'revoked-device', roles: null },
  wiped: { method: 'POST', path: '/v1/wiped', by: 'revoked-device', roles: null },
} as const satisfies Record<string, Access>;
