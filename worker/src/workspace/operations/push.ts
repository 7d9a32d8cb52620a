// Atomic: the device's place in its own queue, every operation's effect on the pool, and the outcomes; device, its epoch and
// the member's status are read in here, so a revocation that has committed comes first. A killed process leaves all or nothing.
// After the commit: the sockets of all other devices are poked.

import type { Operation } from '../../../../shared/protocol/operation.ts';
import type { PushRequest, PushResponse } from '../../../../shared/protocol/push.ts';
import { access } from '../../access.ts';
import { type Decision, done, refuse } from '../decision.ts';
import { admit, type Caller } from '../rules/admit.ts';
import type { AppliedOperation } from '../tables/applied.ts';
import { appliedTo, noteOutcomes, takenBefore } from '../tables/applied.ts';
import { type DeviceRow, noteApplied } from '../tables/devices.ts';
import type { Transaction } from '../transaction.ts';
import { applyCommand } from './apply-command.ts';
import { applyWrite } from './apply-write.ts';

export function push(tx: Transaction, caller: string, request: PushRequest): Decision<PushResponse> {
  const admitted = admit(tx, caller, access.push);
  if (admitted.kind === 'refused') return admitted;
  const { device } = admitted;
  const repeated = request.epoch === tx.meta.epoch ? repeatedOperations(tx, device, request) : null;
  const fresh = repeated === null ? [] : request.operations.slice(repeated.length);
  const doubled =
    repeated !== null &&
    takenBefore(
      tx.store,
      device.id,
      fresh.map(({ id }) => id),
    ).size > 0;
  if (repeated === null || doubled) {
    return refuse('fork', 'Not what this device sent last', { last: device.last });
  }

  const outcomes = applyAll(tx, admitted, fresh);
  const last = request.operations.at(-1)?.id ?? '';
  if (fresh.length > 0) {
    const position = device.operations + fresh.length;
    noteOutcomes(tx.store, device.id, position, outcomes);
    noteApplied(tx, device, last, position);
  }
  tx.pool.flush();
  return done(
    { outcomes: [...repeated, ...outcomes], last, seq: tx.pool.seq(), now: tx.now },
    { by: device.id },
  );
}

/**
 * The operations at the head of the request that were taken before, with their outcomes: none where it goes on from the last
 * one, null where it does not fit. A shorter repeat fits too (the client may cut its pushes smaller after a lost answer).
 */
function repeatedOperations(
  tx: Transaction,
  device: DeviceRow,
  request: PushRequest,
): AppliedOperation[] | null {
  if (request.from === device.last) return [];
  const known = appliedTo(tx.store, device.id);
  const complete = known.length === device.operations;
  const at = request.from === null ? -1 : known.findIndex(({ id }) => id === request.from);
  if (at === -1 && !(request.from === null && complete)) return null;
  const since = known.slice(at + 1).slice(0, request.operations.length);
  return since.every(({ id }, i) => request.operations[i]?.id === id) ? since : null;
}

function applyAll(
  tx: Transaction,
  { device, member }: Caller,
  operations: readonly Operation[],
): AppliedOperation[] {
  tx.pool.prefetch(
    operations.flatMap((operation) =>
      operation.type === 'write' ? operation.changes.map(({ id }) => id) : [],
    ),
  );
  const actor = { member, device: device.id };
  return operations.map((operation) => ({
    id: operation.id,
    outcome:
      operation.type === 'write'
        ? applyWrite(tx, member, device.id, operation)
        : applyCommand(tx, actor, operation.command),
  }));
}
