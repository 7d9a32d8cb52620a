// Atomic: the device's epoch rises, its tickets go, and it is audited; from the commit on nothing of it is merged.
// After the commit: its sockets are told and closed.

import { base64url } from '../../../../shared/domain/base64url.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { appendAudit } from '../tables/audit.ts';
import { deviceById, revokeDevices } from '../tables/devices.ts';
import { type MemberRow, memberById } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

export function revokeDevice(tx: Transaction, caller: string, id: string): Decision<null> {
  const admitted = admit(tx, caller, access.revokeDevice);
  if (admitted.kind === 'refused') return admitted;
  const device = deviceById(tx.store, id);
  const owner = device === null ? null : memberById(tx.store, device.member);
  if (device === null || owner === null || !mayRevoke(admitted.member, owner)) {
    return admitted.member.role === 'admin' || device === null
      ? refuse('not-found', 'No such device')
      : refuse('forbidden', 'Not a device of yours');
  }
  const revoked = revokeDevices(tx, [device], 'revoked', () => base64url(tx.random(16)));
  if (revoked.length > 0) {
    const actor = { member: admitted.member.id, device: admitted.device.id };
    appendAudit(tx, actor, 'revoke-device', id, { before: { state: 'active' }, after: { state: 'revoked' } });
  }
  return done(null, { close: revoked });
}

function mayRevoke(member: MemberRow, owner: MemberRow): boolean {
  if (member.role === 'admin' || member.id === owner.id) return true;
  return member.role === 'manager' && owner.manager === member.id;
}
