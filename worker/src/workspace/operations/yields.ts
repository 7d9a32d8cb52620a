// Reads only, but for the time when the device was last seen. Nothing follows the commit.

import type { YieldsResponse } from '../../../../shared/protocol/yields.ts';
import { dayOf } from '../../../../shared/yield/yield-counts.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { yieldsSince } from '../tables/yields.ts';
import type { Transaction } from '../transaction.ts';

/** The last `days` days, of all devices together: whose a number is, nobody is told. */
export function yields(tx: Transaction, caller: string, days: number): Decision<YieldsResponse> {
  const admitted = admit(tx, caller, access.yields);
  if (admitted.kind === 'refused') return admitted;
  return done({ rows: yieldsSince(tx.store, dayOf(tx.now) - days + 1), now: tx.now });
}
