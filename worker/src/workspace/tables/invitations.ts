import * as v from 'valibot';
import type { Store } from '../storage/store.ts';

/** `open` until it is `used`, or `dead`: withdrawn, replaced by a newer one, or its member left. */
const invitationRow = v.object({
  id: v.string(),
  member: v.string(),
  state: v.picklist(['open', 'used', 'dead']),
  expires_at: v.number(),
});
export type InvitationRow = v.InferOutput<typeof invitationRow>;

export const invitationMs = 7 * 24 * 60 * 60_000;

export function invitationBySecret(store: Store, secretHash: string): InvitationRow | null {
  const sql = 'SELECT id, member, state, expires_at FROM invitation WHERE secret = ?';
  return store.read(invitationRow, sql, secretHash)[0] ?? null;
}

export function invitationById(store: Store, id: string): InvitationRow | null {
  return (
    store.read(invitationRow, 'SELECT id, member, state, expires_at FROM invitation WHERE id = ?', id)[0] ??
    null
  );
}

export function openInvitations(store: Store, now: number): InvitationRow[] {
  const sql = "SELECT id, member, state, expires_at FROM invitation WHERE state = 'open' AND expires_at > ?";
  return store.read(invitationRow, sql, now);
}

export type NewInvitation = { id: string; secret: string; member: string; expiresAt: number };

/** A member has one open invitation at most: an older one dies. */
export function insertInvitation(store: Store, { id, secret, member, expiresAt }: NewInvitation): void {
  killInvitationsOf(store, member);
  store.write(
    "INSERT INTO invitation (id, secret, member, state, expires_at) VALUES (?, ?, ?, 'open', ?)",
    id,
    secret,
    member,
    expiresAt,
  );
}

export function spendInvitation(store: Store, id: string): void {
  store.write("UPDATE invitation SET state = 'used' WHERE id = ?", id);
}

export function killInvitation(store: Store, id: string): void {
  store.write("UPDATE invitation SET state = 'dead' WHERE id = ? AND state = 'open'", id);
}

export function killInvitationsOf(store: Store, member: string): void {
  store.write("UPDATE invitation SET state = 'dead' WHERE member = ? AND state = 'open'", member);
}
