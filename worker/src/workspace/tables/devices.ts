import * as v from 'valibot';
import type { Store } from '../storage/store.ts';
import type { Transaction } from '../transaction.ts';

const deviceRow = v.object({
  id: v.string(),
  member: v.string(),
  name: v.string(),
  state: v.picklist(['active', 'revoked', 'wiped']),
  reason: v.nullable(v.picklist(['departed', 'revoked'])),
  /** Given to a revoked device once it asks: it proves that a hand-in answers a refusal. */
  nonce: v.nullable(v.string()),
  epoch: v.number(),
  last: v.nullable(v.string()),
  operations: v.number(),
  /** The floor from above which it began to pull everything; 0 before there was one. */
  boot: v.number(),
  /** 1: others may hold the same unsent work. */
  copied: v.number(),
  joined_at: v.number(),
  seen_at: v.number(),
});
export type DeviceRow = v.InferOutput<typeof deviceRow>;

const columns =
  'id, member, name, state, reason, nonce, epoch, last, operations, boot, copied, joined_at, seen_at';

export function deviceByToken(store: Store, tokenHash: string): DeviceRow | null {
  return store.read(deviceRow, `SELECT ${columns} FROM device WHERE token = ?`, tokenHash)[0] ?? null;
}

export function deviceById(store: Store, id: string): DeviceRow | null {
  return store.read(deviceRow, `SELECT ${columns} FROM device WHERE id = ?`, id)[0] ?? null;
}

export function allDevices(store: Store): DeviceRow[] {
  return store.read(deviceRow, `SELECT ${columns} FROM device ORDER BY joined_at, id`);
}

export function devicesOf(store: Store, member: string): DeviceRow[] {
  return store.read(deviceRow, `SELECT ${columns} FROM device WHERE member = ?`, member);
}

export type NewDevice = { id: string; token: string; member: string; name: string };

export function insertDevice(store: Store, device: NewDevice, now: number): void {
  store.write(
    `INSERT INTO device (id, token, member, name, state, epoch, operations, joined_at, seen_at)
     VALUES (?, ?, ?, ?, 'active', 1, 0, ?, ?)`,
    device.id,
    device.token,
    device.member,
    device.name,
    now,
    now,
  );
}

/** From now on it is asked of each of these devices' operations whether another of the member's has sent it. */
export function noteCopies(store: Store, ids: readonly string[]): void {
  for (const id of ids) store.write('UPDATE device SET copied = 1 WHERE id = ?', id);
}

/** From the commit on nothing of these devices is taken. Returns the ids of those that were active. */
export function revokeDevices(
  tx: Transaction,
  devices: readonly DeviceRow[],
  reason: 'departed' | 'revoked',
  nonce: () => string,
): string[] {
  const active = devices.filter((device) => device.state === 'active');
  for (const { id } of active) {
    tx.store.write(
      "UPDATE device SET state = 'revoked', reason = ?, nonce = ?, epoch = epoch + 1 WHERE id = ?",
      reason,
      nonce(),
      id,
    );
    tx.store.write('DELETE FROM ticket WHERE device = ?', id);
  }
  return active.map((device) => device.id);
}

const seenEveryMs = 5 * 60_000;

/** Notes that the device was here, not on every request: a write is billed. */
export function noteSeen({ store, now }: Transaction, device: DeviceRow): void {
  if (now - device.seen_at >= seenEveryMs)
    store.write('UPDATE device SET seen_at = ? WHERE id = ?', now, device.id);
}

export function noteBoot(store: Store, id: string, floor: number): void {
  store.write('UPDATE device SET boot = ? WHERE id = ?', floor, id);
}

export function noteApplied(tx: Transaction, device: DeviceRow, last: string, operations: number): void {
  tx.store.write(
    'UPDATE device SET last = ?, operations = ?, seen_at = ? WHERE id = ?',
    last,
    operations,
    tx.now,
    device.id,
  );
}
