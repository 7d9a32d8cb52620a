// Atomic: the invitation is spent, the device exists with the hash of its token, the member is active, and it is audited.
// After the commit: the others are poked, since the member's row changed. Should the answer be lost on the way, the
// invitation is spent all the same, and an admin invites again: a secret that works twice would be the greater harm.

import { randomId } from '../../../../shared/domain/ids.ts';
import type { JoinRequest, JoinResponse } from '../../../../shared/protocol/join.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { appendAudit } from '../tables/audit.ts';
import { insertDevice } from '../tables/devices.ts';
import { invitationBySecret, spendInvitation } from '../tables/invitations.ts';
import { memberById, putMember } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

export type Joining = { invitationHash: string; tokenHash: string; request: JoinRequest };

/** What a device needs for its start, but for the token, which this object never sees. */
export type Joined = Omit<JoinResponse, 'token'>;

export function join(tx: Transaction, { invitationHash, tokenHash, request }: Joining): Decision<Joined> {
  const { store, meta, now } = tx;
  const invitation = invitationBySecret(store, invitationHash);
  if (invitation === null) {
    // Only failures are counted, so that nobody who guesses can keep an invited member out.
    const { wait } = tx.limits.take('join', '', now);
    if (wait > 0) return refuse('rate-limited', 'Too many attempts', {}, wait);
    return refuse('unauthorized', 'No such invitation');
  }
  const member = memberById(store, invitation.member);
  if (invitation.state !== 'open' || invitation.expires_at <= now || member === null) {
    return refuse('invitation-spent', 'The invitation was used or has expired');
  }
  if (member.status === 'suspended') {
    return refuse('forbidden', 'The member is suspended', { reason: 'suspended' });
  }
  spendInvitation(store, invitation.id);
  const device = randomId(tx.random);
  insertDevice(store, { id: device, token: tokenHash, member: member.id, name: request.deviceName }, now);
  if (member.status === 'invited') putMember(tx, { ...member, status: 'active' });
  appendAudit(tx, { member: member.id, device }, 'join', device);
  return done({
    device,
    member: member.id,
    role: member.role,
    workspace: { id: meta.workspace, name: meta.name, slug: meta.slug },
    key: meta.key,
    cursor: { epoch: meta.epoch, view: member.view, seq: 0 },
    now,
  });
}
