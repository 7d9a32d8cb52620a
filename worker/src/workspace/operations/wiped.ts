// Atomic: the device's state and the audit. Nothing follows the commit.

import { type Decision, done } from '../decision.ts';
import { admitRevoked } from '../rules/admit.ts';
import { appendAudit } from '../tables/audit.ts';
import type { Transaction } from '../transaction.ts';

/** The device says that its database is deleted. Until it does, nothing is assumed. */
export function wiped(tx: Transaction, caller: string, nonce: string): Decision<null> {
  const device = admitRevoked(tx, caller, nonce);
  if ('kind' in device) return device;
  if (device.state === 'wiped') return done(null);
  tx.store.write("UPDATE device SET state = 'wiped' WHERE id = ?", device.id);
  appendAudit(tx, { member: device.member, device: device.id }, 'wiped', device.id);
  return done(null);
}
