// Atomic: the ticket is gone, whether or not the socket then comes about. After the commit the object accepts the socket.

import { type Decision, done, refuse } from '../decision.ts';
import { deviceById } from '../tables/devices.ts';
import { memberById } from '../tables/members.ts';
import { takeTicket } from '../tables/tickets.ts';
import type { Transaction } from '../transaction.ts';

/** The device that a ticket stands for, if it is still served as it was when the ticket was issued. */
export function redeemLiveTicket(
  tx: Transaction,
  ticketHash: string,
): Decision<{ device: string; member: string; seq: number }> {
  const ticket = takeTicket(tx, ticketHash);
  const device = ticket === null ? null : deviceById(tx.store, ticket.device);
  const member = device === null ? null : memberById(tx.store, device.member);
  const served = device?.state === 'active' && device.epoch === ticket?.epoch && member?.status === 'active';
  if (device === null || !served) return refuse('unauthorized', 'The ticket was used or is too old');
  return done({ device: device.id, member: device.member, seq: tx.pool.head().seq });
}
