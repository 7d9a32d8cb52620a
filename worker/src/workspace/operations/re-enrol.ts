// Atomic: a further device of the same member with the hash of its own token, and the audit. The device that asked is served as
// before, since its credential is also somebody else's by now. Repeated with the same secret it is answered the same and changes
// nothing. Nothing follows the commit.

import { randomId } from '../../../../shared/domain/ids.ts';
import type { JoinResponse } from '../../../../shared/protocol/join.ts';
import type { ReEnrolRequest } from '../../../../shared/protocol/re-enrol.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { appendAudit } from '../tables/audit.ts';
import { deviceByToken, insertDevice, noteCopies } from '../tables/devices.ts';
import type { MemberRow } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

type Enrolled = Omit<JoinResponse, 'token'>;

export type ReEnrolling = { tokenHash: string; request: ReEnrolRequest };

/**
 * Decision: revoking the device that asked does not revoke this one. Which of two clones is the lost laptop nobody can tell but an
 * admin, who sees both by name and in the audit.
 */
export function reEnrol(
  tx: Transaction,
  caller: string,
  { tokenHash, request }: ReEnrolling,
): Decision<Enrolled> {
  const admitted = admit(tx, caller, access.reEnrol);
  if (admitted.kind === 'refused') return admitted;
  const { device, member } = admitted;
  const made = deviceByToken(tx.store, tokenHash);
  if (made !== null) {
    // A copy's token is known to this very device and to nobody else, or it has asked for one that is somebody's already.
    if (made.id === device.id || made.member !== member.id || made.copied === 0)
      return refuse('malformed', 'This secret is taken');
    return done(enrolled(tx, made.id, member));
  }
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
  return done(enrolled(tx, id, member));
}

function enrolled(tx: Transaction, device: string, member: MemberRow): Enrolled {
  const { workspace, name, slug, key, epoch } = tx.meta;
  return {
    device,
    member: member.id,
    role: member.role,
    workspace: { id: workspace, name, slug },
    key,
    cursor: { epoch, view: member.view, seq: 0 },
    now: tx.now,
  };
}
