import type { Access } from '../../access.ts';
import { type Refused, refuse } from '../decision.ts';
import { type DeviceRow, deviceByToken, noteSeen } from '../tables/devices.ts';
import { type MemberRow, memberById } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

export type Caller = { kind: 'caller'; device: DeviceRow; member: MemberRow };

/**
 * Who asks, and whether they may, read inside the transaction that then writes: a revocation that has committed is therefore
 * never overtaken.
 */
export function admit(tx: Transaction, tokenHash: string, access: Access): Caller | Refused {
  const device = deviceByToken(tx.store, tokenHash);
  const member = device === null ? null : memberById(tx.store, device.member);
  if (device === null || member === null) return refuse('unauthorized', 'Not a device of this workspace');
  if (device.state !== 'active') {
    return refuse('device-revoked', 'This device is no longer served', {
      reason: device.reason ?? 'revoked',
      ...(device.nonce === null ? {} : { nonce: device.nonce }),
    });
  }
  if (member.status !== 'active') {
    const reason = member.status === 'departed' ? 'departed' : 'suspended';
    return refuse('forbidden', 'The member is not active', { reason });
  }
  if (!access.roles?.includes(member.role)) return refuse('forbidden', 'The role may not do this');
  noteSeen(tx, device);
  return { kind: 'caller', device, member };
}

/** A revoked device that shows the nonce it was refused with: it may hand in and report that it is wiped, nothing else. */
export function admitRevoked(tx: Transaction, tokenHash: string, nonce: string): DeviceRow | Refused {
  const device = deviceByToken(tx.store, tokenHash);
  if (device === null) return refuse('unauthorized', 'Not a device of this workspace');
  if (device.state === 'active') return refuse('forbidden', 'The device is served as ever');
  if (device.nonce === null || device.nonce !== nonce)
    return refuse('forbidden', 'Not the nonce of this revocation');
  return device;
}
