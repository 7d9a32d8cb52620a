// Atomic: a further device of the same member with the hash of its own token, and the audit. The device that asked is served as
// before, since its credential is also somebody else's by now. Nothing follows the commit.

import { randomId } from '../../../../shared/domain/ids.ts';
import type { JoinResponse } from '../../../../shared/protocol/join.ts';
import type { ReEnrolRequest } from '../../../../shared/protocol/re-enrol.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { appendAudit } from '../tables/audit.ts';
import { insertDevice, noteCopies } from '../tables/devices.ts';
import type { Transaction } from '../transaction.ts';

export type ReEnrolling = { tokenHash: string; request: ReEnrolRequest };

/**
 * Decision: revoking the device that asked does not revoke this one. Which of two clones is the lost laptop nobody can tell but an
 * admin, who sees both by name and in the audit.
 */
export function reEnrol(
  tx: Transaction,
  caller: string,
  { tokenHash, request }: ReEnrolling,
): Decision<Omit<JoinResponse, 'token'>> {
  const admitted = admit(tx, caller, access.reEnrol);
  if (admitted.kind === 'refused') return admitted;
  const { device, member } = admitted;
  const { wait } = tx.limits.take('re-enrol', device.id, tx.now);
  if (wait > 0) return refuse('rate-limited', 'Too many copies of one device', {}, wait);
  const id = randomId(tx.random);
  const name = request.deviceName ?? device.name;
  insertDevice(tx.store, { id, token: tokenHash, member: member.id, name }, tx.now);
  noteCopies(tx.store, [device.id, id]);
  const { last, waiting } = request;
  appendAudit(tx, { member: member.id, device: id }, 're-enrol', id, {
    before: { device: device.id, last: device.last },
    after: { last, waiting },
  });
  const { workspace, name: called, slug, key, epoch } = tx.meta;
  return done({
    device: id,
    member: member.id,
    role: member.role,
    workspace: { id: workspace, name: called, slug },
    key,
    cursor: { epoch, view: member.view, seq: 0 },
    now: tx.now,
  });
}
