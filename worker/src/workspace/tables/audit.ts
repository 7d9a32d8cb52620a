import type { Transaction } from '../transaction.ts';

export type Actor = { member: string | null; device: string | null };

/** Who did what, with what was before and after. Append only; written in the transaction of what it tells. */
export function appendAudit(
  { store, now }: Transaction,
  actor: Actor,
  action: string,
  subject: string | null,
  change: { before?: unknown; after?: unknown } = {},
): void {
  store.write(
    'INSERT INTO audit (at, member, device, action, subject, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
    now,
    actor.member,
    actor.device,
    action,
    subject,
    change.before === undefined ? null : JSON.stringify(change.before),
    change.after === undefined ? null : JSON.stringify(change.after),
  );
}
