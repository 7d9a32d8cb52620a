// Atomic: the ticket's hash is kept for 30 seconds. Nothing follows the commit.

import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { insertTicket } from '../tables/tickets.ts';
import type { Transaction } from '../transaction.ts';

export function issueLiveTicket(tx: Transaction, caller: string, ticketHash: string): Decision<null> {
  const admitted = admit(tx, caller, access.liveTicket);
  if (admitted.kind === 'refused') return admitted;
  const { device } = admitted;
  const { wait } = tx.limits.take('ticket', device.id, tx.now);
  if (wait > 0) return refuse('rate-limited', 'Too many tickets', {}, wait);
  insertTicket(tx, ticketHash, device.id, device.epoch);
  return done(null);
}
