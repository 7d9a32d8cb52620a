import * as v from 'valibot';
import type { Transaction } from '../transaction.ts';

export const ticketSeconds = 30;

const ticketRow = v.object({ device: v.string(), epoch: v.number(), expires_at: v.number() });

export function insertTicket(tx: Transaction, secretHash: string, device: string, epoch: number): void {
  tx.store.write('DELETE FROM ticket WHERE expires_at <= ?', tx.now);
  tx.store.write(
    'INSERT INTO ticket (secret, device, epoch, expires_at) VALUES (?, ?, ?, ?)',
    secretHash,
    device,
    epoch,
    tx.now + ticketSeconds * 1000,
  );
}

/** Takes the ticket away and says whose it was; null where it is unknown, used or late. */
export function takeTicket(tx: Transaction, secretHash: string): { device: string; epoch: number } | null {
  const ticket = tx.store.read(
    ticketRow,
    'SELECT device, epoch, expires_at FROM ticket WHERE secret = ?',
    secretHash,
  )[0];
  if (ticket === undefined) return null;
  tx.store.write('DELETE FROM ticket WHERE secret = ?', secretHash);
  return ticket.expires_at > tx.now ? ticket : null;
}
