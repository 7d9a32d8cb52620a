// Atomic: the member (new, or returning as invited), the invitation's hash, the death of an older open one, and the audit.
// After the commit: the others are poked if a member's row changed.

import { randomId } from '../../../../shared/domain/ids.ts';
import type { InviteRequest } from '../../../../shared/protocol/members.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { checkManager } from '../rules/check-manager.ts';
import { appendAudit } from '../tables/audit.ts';
import { insertInvitation, invitationMs } from '../tables/invitations.ts';
import { type MemberRow, memberByEmail, putMember } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

export type Inviting = { secretHash: string; request: InviteRequest };
export type Invited = { id: string; member: string; expiresAt: number };

export function invite(
  tx: Transaction,
  caller: string,
  { secretHash, request }: Inviting,
): Decision<Invited> {
  const admitted = admit(tx, caller, access.invite);
  if (admitted.kind === 'refused') return admitted;
  const held = memberByEmail(tx.store, request.email);
  if (held?.status === 'suspended')
    return refuse('conflict', 'The member is suspended', { reason: 'suspended' });
  const wrongManager = checkManager(tx, held?.id ?? null, request.manager ?? null);
  if (wrongManager !== null) return wrongManager;
  const { wait } = tx.limits.take('invitation', '', tx.now);
  if (wait > 0) return refuse('rate-limited', 'Too many invitations', {}, wait);

  // Somebody active only gets a further device: name and role have their own routes.
  const member = held?.status === 'active' ? held : { ...invited(tx, held, request) };
  if (member !== held) putMember(tx, member);
  const id = randomId(tx.random);
  const expiresAt = tx.now + invitationMs;
  insertInvitation(tx.store, { id, secret: secretHash, member: member.id, expiresAt });
  const actor = { member: admitted.member.id, device: admitted.device.id };
  appendAudit(tx, actor, 'invite', member.id, { after: { invitation: id, role: member.role } });
  return done({ id, member: member.id, expiresAt });
}

/** Who left may come back under the old name and history; the devices of then stay refused. */
function invited(
  tx: Transaction,
  held: MemberRow | null,
  { email, name, role, manager }: InviteRequest,
): MemberRow {
  return {
    id: held?.id ?? randomId(tx.random),
    email,
    name,
    role,
    status: 'invited',
    manager: manager === undefined ? (held?.manager ?? null) : manager,
    department: held?.department ?? null,
    view: (held?.view ?? 0) + 1,
  };
}
