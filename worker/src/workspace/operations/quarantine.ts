// Atomic: the handed-in operations, each once. They lie apart from the pool until an admin decides. Nothing follows the commit.

import * as v from 'valibot';
import type { Operation } from '../../../../shared/protocol/operation.ts';
import { quarantineLimits } from '../../../../shared/protocol/quarantine.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admitRevoked } from '../rules/admit.ts';
import { appendAudit } from '../tables/audit.ts';
import type { Transaction } from '../transaction.ts';

export type HandingIn = { nonce: string; operations: readonly Operation[] };

const held = v.object({ operation: v.string(), length: v.number() });

/** `kept` counts the request's operations that now lie there, also those of an earlier attempt. */
export function quarantine(
  tx: Transaction,
  caller: string,
  { nonce, operations }: HandingIn,
): Decision<{ kept: number }> {
  const device = admitRevoked(tx, caller, nonce);
  if ('kind' in device) return device;
  const { wait } = tx.limits.take('quarantine', device.id, tx.now);
  if (wait > 0) return refuse('rate-limited', 'Too many attempts', {}, wait);
  const { store, now } = tx;
  const before = heldOf(tx, device.id);
  const known = new Set(before.map(({ operation }) => operation));
  const fresh = new Map(
    operations
      .filter(({ id }) => !known.has(id))
      .map((one) => [one.id, { data: JSON.stringify(one), isPrivate: isPrivate(one) }]),
  );
  // What a device may hand in is bounded as a whole, or a leaver could fill the company's database.
  const length =
    sum(before.map((one) => one.length)) + sum([...fresh.values()].map(({ data }) => data.length));
  if (known.size + fresh.size > quarantineLimits.operations || length > 2 * quarantineLimits.bytes) {
    return refuse('too-large', 'More than one device may hand in');
  }
  for (const [id, { data, isPrivate }] of fresh) {
    store.write(
      'INSERT INTO quarantine (device, operation, member, at, data, private) VALUES (?, ?, ?, ?, ?, ?)',
      device.id,
      id,
      device.member,
      now,
      data,
      isPrivate ? 1 : 0,
    );
  }
  const actor = { member: device.member, device: device.id };
  appendAudit(tx, actor, 'hand-in', device.id, { after: { operations: fresh.size } });
  // Something new of a device that is wiped: its profile was copied, and the copy is wiped only when that says so too.
  if (fresh.size > 0 && device.state === 'wiped') {
    store.write("UPDATE device SET state = 'revoked' WHERE id = ?", device.id);
    appendAudit(tx, actor, 'copy-found', device.id, {
      before: { state: 'wiped' },
      after: { state: 'revoked' },
    });
  }
  return done({ kept: new Set(operations.map(({ id }) => id)).size });
}

/** Private notes lie there for their member alone. */
function isPrivate(operation: Operation): boolean {
  return operation.type === 'write' && operation.changes.some(({ on }) => on === 'note');
}

function heldOf({ store }: Transaction, device: string) {
  return store.read(
    held,
    'SELECT operation, length(data) AS length FROM quarantine WHERE device = ?',
    device,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
