// Atomic: the member's row; and for a departure, every device refused, open invitations and tickets dead, and the leaver's
// accounts and reports with their manager or unassigned. From the commit on nothing of the leaver is merged.
// After the commit: the member's sockets are told and closed, and everybody else is poked.

import type { MemberStatusRequest } from '../../../../shared/protocol/members.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { leave } from '../rules/leave.ts';
import { appendAudit } from '../tables/audit.ts';
import { devicesOf } from '../tables/devices.ts';
import { hasOtherActiveAdmin, memberById, putMember } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

export type SettingStatus = { member: string } & MemberStatusRequest;

/** An entry of the audit is one row, and a row may have 2 MB. */
const accountsPerEntry = 10_000;

/** Suspension changes no stewardship and wipes nothing; a departure is final for the devices of then. */
export function setMemberStatus(
  tx: Transaction,
  caller: string,
  { member: id, status }: SettingStatus,
): Decision<null> {
  const admitted = admit(tx, caller, access.setMemberStatus);
  if (admitted.kind === 'refused') return admitted;
  const member = memberById(tx.store, id);
  if (member === null) return refuse('not-found', 'No such member');
  if (member.status === status) return done(null);
  if (member.status === 'departed') return refuse('conflict', 'Who has left comes back by a new invitation');
  if (member.status === 'invited' && status !== 'departed') {
    return refuse('conflict', 'The member has not joined yet');
  }
  if (
    status !== 'active' &&
    member.role === 'admin' &&
    member.status === 'active' &&
    !hasOtherActiveAdmin(tx.store, id)
  ) {
    return refuse('conflict', 'The last admin cannot go');
  }
  const devices = devicesOf(tx.store, id);
  const actor = { member: admitted.member.id, device: admitted.device.id };
  if (status === 'departed') {
    const { accounts, reports, successor } = leave(tx, member, devices);
    const after = { status, successor, accounts: accounts.length, reports };
    appendAudit(tx, actor, 'depart', id, { before: { status: member.status }, after });
    for (let at = 0; at < accounts.length; at += accountsPerEntry) {
      const moved = accounts.slice(at, at + accountsPerEntry);
      appendAudit(tx, actor, 'depart-accounts', id, { before: moved, after: { successor } });
    }
  } else {
    putMember(tx, { ...member, status });
    const action = status === 'suspended' ? 'suspend' : 'reinstate';
    appendAudit(tx, actor, action, id, { before: { status: member.status }, after: { status } });
  }
  return done(null, { close: status === 'active' ? [] : devices.map((device) => device.id) });
}
