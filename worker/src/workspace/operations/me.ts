// Reads only, but for the time when the device was last seen. Nothing follows the commit.

import type { MeResponse } from '../../../../shared/protocol/join.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import type { Transaction } from '../transaction.ts';

export function me(tx: Transaction, caller: string): Decision<MeResponse> {
  const admitted = admit(tx, caller, access.me);
  if (admitted.kind === 'refused') return admitted;
  const { device, member } = admitted;
  const { workspace: id, name, slug } = tx.meta;
  return done({
    device: device.id,
    member: member.id,
    role: member.role,
    workspace: { id, name, slug },
    email: member.email,
    now: tx.now,
  });
}
