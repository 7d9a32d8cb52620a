// Atomic: the member's row with a new view epoch, so that the member's devices begin again, and the audit.
// After the commit: everybody is poked.

import type { MemberRole } from '../../../../shared/domain/member.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { checkManager } from '../rules/check-manager.ts';
import { appendAudit } from '../tables/audit.ts';
import { beginAgain, hasOtherActiveAdmin, memberById, putMember } from '../tables/members.ts';
import { isAnyRestricted } from '../tables/restricted.ts';
import type { Transaction } from '../transaction.ts';

/** `manager` undefined: as before. */
export type SettingRole = { member: string; role: MemberRole; manager?: string | null | undefined };

export function setMemberRole(tx: Transaction, caller: string, request: SettingRole): Decision<null> {
  const admitted = admit(tx, caller, access.setMemberRole);
  if (admitted.kind === 'refused') return admitted;
  const { member: id, role } = request;
  const member = memberById(tx.store, id);
  if (member === null) return refuse('not-found', 'No such member');
  if (member.status === 'departed') return refuse('conflict', 'The member has left');
  const manager = request.manager === undefined ? member.manager : request.manager;
  const wrongManager = manager === member.manager ? null : checkManager(tx, id, manager);
  if (wrongManager !== null) return wrongManager;
  const demoted = member.role === 'admin' && role !== 'admin' && member.status === 'active';
  if (demoted && !hasOtherActiveAdmin(tx.store, id)) return refuse('conflict', 'The last admin cannot go');
  if (role === member.role && manager === member.manager) return done(null);
  putMember(tx, { ...member, role, manager, view: role === member.role ? member.view : member.view + 1 });
  // A manager sees what those see who name them.
  if (manager !== member.manager && isAnyRestricted(tx.store)) {
    beginAgain(tx, member.manager);
    beginAgain(tx, manager);
  }
  const actor = { member: admitted.member.id, device: admitted.device.id };
  const before = { role: member.role, manager: member.manager };
  appendAudit(tx, actor, 'set-role', id, { before, after: { role, manager } });
  return done(null);
}
