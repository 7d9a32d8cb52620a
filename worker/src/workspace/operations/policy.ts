// Reading writes nothing but the time when the device was last seen. Writing is atomic: the policy's row and the audit; after
// the commit everybody is poked, and each device pulls the policy like any other row.

import * as v from 'valibot';
import { type Policy, policySchema } from '../../../../shared/domain/policy.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { sameContent } from '../rules/same-content.ts';
import { appendAudit } from '../tables/audit.ts';
import type { Transaction } from '../transaction.ts';

export function readPolicy(tx: Transaction, caller: string): Decision<Policy> {
  const admitted = admit(tx, caller, access.readPolicy);
  return admitted.kind === 'refused' ? admitted : done(storedPolicy(tx));
}

export function writePolicy(tx: Transaction, caller: string, policy: Policy): Decision<null> {
  const admitted = admit(tx, caller, access.writePolicy);
  if (admitted.kind === 'refused') return admitted;
  const before = storedPolicy(tx);
  if (sameContent(before, policy)) return done(null);
  tx.pool.put(tx.meta.policy, { kind: 'policy', gone: false, state: { fact: policy } });
  const actor = { member: admitted.member.id, device: admitted.device.id };
  appendAudit(tx, actor, 'set-policy', tx.meta.policy, { before, after: policy });
  return done(null);
}

function storedPolicy(tx: Transaction): Policy {
  return v.parse(policySchema, tx.pool.get(tx.meta.policy)?.state.fact);
}
