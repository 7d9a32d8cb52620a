// Atomic: the invitation is dead, and it is audited. Nothing follows the commit.

import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { appendAudit } from '../tables/audit.ts';
import { invitationById, killInvitation } from '../tables/invitations.ts';
import type { Transaction } from '../transaction.ts';

export function dropInvitation(tx: Transaction, caller: string, id: string): Decision<null> {
  const admitted = admit(tx, caller, access.dropInvitation);
  if (admitted.kind === 'refused') return admitted;
  const invitation = invitationById(tx.store, id);
  if (invitation === null) return refuse('not-found', 'No such invitation');
  if (invitation.state !== 'open') return done(null);
  killInvitation(tx.store, id);
  const actor = { member: admitted.member.id, device: admitted.device.id };
  appendAudit(tx, actor, 'drop-invitation', invitation.member, { before: { invitation: id } });
  return done(null);
}
