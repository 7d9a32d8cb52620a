// Atomic: the device's place in its own queue, every operation's effect on the pool, and the outcomes; device, its epoch and
// the member's status are read in here, so a revocation that has committed comes first. A killed process leaves all or nothing.
// After the commit: the sockets of all other devices are poked.

import type { Touch } from '../../../../shared/domain/touch.ts';
import type { Operation, Outcome } from '../../../../shared/protocol/operation.ts';
import type { ProblemDetails } from '../../../../shared/protocol/problem.ts';
import type { PushRequest, PushResponse } from '../../../../shared/protocol/push.ts';
import type { PushResponse3 } from '../../../../shared/protocol/push-3.ts';
import { access } from '../../access.ts';
import { type Decision, done, type Refused, refuse } from '../decision.ts';
import { admit, type Caller } from '../rules/admit.ts';
import { parsePush3 } from '../rules/parse-push-3.ts';
import { seerOf, sees } from '../rules/visible.ts';
import { type AppliedOperation, appliedTo, noteOutcomes, takenFrom, wereTaken } from '../tables/applied.ts';
import { type DeviceRow, noteApplied } from '../tables/devices.ts';
import type { MemberRow } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';
import { applyCommand } from './apply-command.ts';
import { applyWrite } from './apply-write.ts';

/** Versions 1 and 2. */
export function push(tx: Transaction, caller: string, request: PushRequest): Decision<PushResponse> {
  const admitted = admit(tx, caller, access.push);
  if (admitted.kind === 'refused') return admitted;
  const taken = take(tx, admitted, request, () => ({}));
  if (taken.kind === 'refused') return taken;
  const { outcomes } = taken;
  const last = outcomes.at(-1)?.id ?? '';
  return done({ outcomes, last, seq: taken.seq, now: tx.now }, { by: admitted.device.id });
}

/**
 * Version 3: the request as JSON text. It is parsed in here, because only the device's row says whose stamps they are, and
 * because handing five hundred parsed operations from the front to this object costs as much as parsing them.
 */
export function push3(tx: Transaction, caller: string, text: string): Decision<PushResponse3> {
  const admitted = admit(tx, caller, access.push);
  if (admitted.kind === 'refused') return admitted;
  const { device } = admitted;
  const request = parsePush3(text, device.id);
  if (request.kind === 'refused') return request;
  const taken = take(tx, admitted, request, rejectedBefore);
  if (taken.kind === 'refused') return taken;
  const { outcomes, from, seq, repeated } = taken;
  const except: PushResponse3['except'] = [];
  for (const [i, { outcome }] of outcomes.entries()) {
    if (outcome.kind === 'stale') except.push([i, 'stale']);
    if (outcome.kind === 'rejected') except.push([i, 'rejected', outcome.reason]);
  }
  // What a repeat did, it did at another time and from another place.
  const own = !repeated && isForeseen(tx, admitted.member, request.operations);
  const last = outcomes.at(-1)?.id ?? '';
  return done({ last, from, seq, now: tx.now, own, except }, { by: device.id });
}

type Taken = {
  kind: 'taken';
  outcomes: AppliedOperation[];
  from: number;
  seq: number;
  /** Some of it was taken before, from this device or a copy of it. */
  repeated: boolean;
};

function take(
  tx: Transaction,
  caller: Caller,
  request: Pick<PushRequest, 'epoch' | 'from' | 'operations'>,
  remembered: (tx: Transaction, device: DeviceRow) => ProblemDetails,
): Taken | Refused {
  const { device } = caller;
  const before = tx.pool.head().seq;
  const repeated = request.epoch === tx.meta.epoch ? repeatedOperations(tx, device, request) : null;
  const fresh = repeated === null ? [] : request.operations.slice(repeated.length);
  const doubled = repeated !== null && fresh.length > 0 && wereTaken(tx.store, device.id, idsOf(fresh));
  if (repeated === null || doubled) {
    // Of another epoch, what was last here says nothing yet about what the device may still hold.
    const known = request.epoch === tx.meta.epoch ? { last: device.last, ...remembered(tx, device) } : {};
    return refuse('fork', 'Not what this device sent last', known);
  }

  const known = device.copied === 0 ? nothing : takenFrom(tx.store, device.member, idsOf(fresh));
  const outcomes = applyAll(tx, caller, fresh, known);
  if (fresh.length > 0) {
    noteOutcomes(tx.store, device, outcomes);
    noteApplied(tx, device, fresh.at(-1)?.id ?? '', device.operations + fresh.length);
  }
  tx.pool.seal();
  return {
    kind: 'taken',
    outcomes: [...repeated, ...outcomes],
    from: before,
    seq: tx.pool.head().seq,
    repeated: repeated.length > 0 || known.size > 0,
  };
}

/** Also not where the device wrote to what its member may not see, and may not hold either, whether or not that changed anything. */
function isForeseen(tx: Transaction, member: MemberRow, operations: readonly Operation[]): boolean {
  const seer = seerOf(tx.store, member);
  for (const { cause, hidden } of tx.pool.moved().values()) {
    if (cause === 'other' || !sees(seer, hidden)) return false;
  }
  return operations.every(
    (operation) =>
      operation.type === 'command' || operation.changes.every(({ id }) => sees(seer, tx.pool.hidden(id))),
  );
}

/**
 * The operations at the head of the request that were taken before, with their outcomes: none where it goes on from the last
 * one, null where it does not fit. A shorter repeat fits too (the client may cut its pushes smaller after a lost answer).
 */
function repeatedOperations(
  tx: Transaction,
  device: DeviceRow,
  { from, operations }: Pick<PushRequest, 'from' | 'operations'>,
): AppliedOperation[] | null {
  // From version 3 on an id's beginning names it.
  const isFrom = (id: string | null) => (from === null ? id === null : id?.startsWith(from) === true);
  if (isFrom(device.last)) return [];
  const known = appliedTo(tx.store, device.id);
  const complete = known.length === device.operations;
  const at = from === null ? -1 : known.findIndex(({ id }) => isFrom(id));
  if (at === -1 && !(from === null && complete)) return null;
  const since = known.slice(at + 1).slice(0, operations.length);
  return since.every(({ id }, i) => operations[i]?.id === id) ? since : null;
}

/** What a fork says from version 3 on: older devices are answered as they were. */
function rejectedBefore(tx: Transaction, device: DeviceRow): ProblemDetails {
  const rejected = appliedTo(tx.store, device.id).flatMap(({ id, outcome }) =>
    outcome.kind === 'rejected' ? [[id, outcome.reason] as const] : [],
  );
  return rejected.length === 0 ? {} : { rejected: Object.fromEntries(rejected) };
}

const nothing: ReadonlySet<string> = new Set();

function idsOf(operations: readonly Operation[]): string[] {
  return operations.map(({ id }) => id);
}

/** `known`: what another copy of the device has sent already. */
function applyAll(
  tx: Transaction,
  { device, member }: Caller,
  operations: readonly Operation[],
  known: ReadonlySet<string>,
): AppliedOperation[] {
  const ids: string[] = [];
  const emails: string[] = [];
  const touches: Touch[] = [];
  for (const operation of operations) {
    if (operation.type !== 'write') continue;
    for (const change of operation.changes) {
      ids.push(change.id);
      if (change.on === 'touch') touches.push(change.fact);
      if (change.on === 'person' && change.add?.emails !== undefined) emails.push(...change.add.emails);
    }
  }
  tx.pool.prefetch(ids);
  tx.holders.prefetch(emails);
  tx.touchKeys.prefetch(touches);
  const actor = { member, device: device.id };
  const outcomeOf = (operation: Operation): Outcome => {
    if (known.has(operation.id)) return { kind: 'stale' };
    return operation.type === 'write'
      ? applyWrite(tx, member, device.id, operation)
      : applyCommand(tx, actor, operation.command);
  };
  return operations.map((operation) => ({ id: operation.id, outcome: outcomeOf(operation) }));
}
