// Part of a push's transaction: each command checks first and then writes, so a rejected one leaves nothing.

import * as v from 'valibot';
import { accountDecided } from '../../../../shared/domain/account.ts';
import type { Command, Outcome } from '../../../../shared/protocol/operation.ts';
import { byAge, groupOf, setLink } from '../rules/link-touch.ts';
import { groupAround } from '../rules/pairs.ts';
import { appendAudit } from '../tables/audit.ts';
import type { MemberRow } from '../tables/members.ts';
import { type HeldTouch, setApart, sightingsOf, touchIn } from '../tables/touches.ts';
import type { Transaction } from '../transaction.ts';
import { maybeSame, mergeRecords, notSame, unmergeRecords } from './merge-records.ts';
import { moveHidden, restrictAccount, seesAll, visibleAccount } from './restrict-account.ts';

export type CommandActor = { member: MemberRow; device: string };

const applied: Outcome = { kind: 'applied' };
const stale: Outcome = { kind: 'stale' };
const noSuchRecord: Outcome = { kind: 'rejected', reason: 'no-such-record' };
const notAllowed: Outcome = { kind: 'rejected', reason: 'not-allowed' };

export function applyCommand(tx: Transaction, actor: CommandActor, command: Command): Outcome {
  if (actor.member.role === 'viewer') return notAllowed;
  switch (command.name) {
    case 'take-account':
      return takeAccount(tx, actor, command.account);
    case 'restrict-account':
      return restrictAccount(tx, actor, { account: command.account, restricted: true, team: command.team });
    case 'open-account':
      return restrictAccount(tx, actor, { account: command.account, restricted: false });
    case 'set-team':
      return restrictAccount(tx, actor, { account: command.account, team: command.team });
    case 'withdraw-touch':
      return withdrawTouch(tx, actor, command.touch);
    case 'unlink-touch':
      return unlinkTouch(tx, actor, command.touch);
    case 'merge-records':
    case 'unmerge-records':
    case 'not-same':
    case 'maybe-same':
      return decidePair(tx, actor, command);
  }
}

type PairCommand = Extract<
  Command,
  { name: 'merge-records' | 'unmerge-records' | 'not-same' | 'maybe-same' }
>;

/** Of records that the member may not see nothing is decided, and nothing that was decided is told. */
function decidePair(tx: Transaction, actor: CommandActor, command: PairCommand): Outcome {
  const ids = [command.name === 'merge-records' ? command.keep : command.one, command.other];
  if (!seesAll(tx, actor.member, ids)) return noSuchRecord;
  const by = merger(actor);
  switch (command.name) {
    case 'merge-records':
      return mergeRecords(tx, by, { ...command, automatic: false });
    case 'unmerge-records':
      return unmergeRecords(tx, by, command);
    case 'not-same':
      return notSame(tx, by, command);
    case 'maybe-same':
      return maybeSame(tx, by, command);
  }
}

function merger({ member, device }: CommandActor): { member: string; device: string } {
  return { member: member.id, device };
}

/** Also where somebody answers for a record that is merged with it: the two are one account. */
function takeAccount(tx: Transaction, actor: CommandActor, id: string): Outcome {
  const held = visibleAccount(tx, actor.member, id);
  if (held === null) return noSuchRecord;
  const before = v.parse(accountDecided, held.state.decided);
  const steward = groupAround(tx, id)
    .map((one) => tx.pool.get(one)?.state.decided?.steward ?? null)
    .find((one) => one !== null);
  if (steward === actor.member.id) return stale;
  if (steward !== undefined) return { kind: 'rejected', reason: 'already-taken' };
  const decided: Record<string, unknown> = {
    ...held.state.decided,
    steward: actor.member.id,
    stewardSince: tx.now,
    stewardWhy: 'taken',
  };
  tx.pool.put(id, { ...held, state: { ...held.state, decided } });
  if (decided.restricted === true) moveHidden(tx, id);
  audit(tx, actor, 'take-account', id, before, decided);
  return applied;
}

/** "This is private": whichever touch of the contact is named, the member's own witness goes. */
function withdrawTouch(tx: Transaction, actor: CommandActor, id: string): Outcome {
  tx.pool.flush();
  const group = groupOf(tx, id);
  if (group === null) return noSuchRecord;
  const own = group.touches.filter(({ decided }) => decided.witness === actor.member.id);
  if (own.length === 0) return notAllowed;
  const due = own.filter(({ decided }) => !decided.withdrawn);
  if (due.length === 0) return stale;
  const left = group.touches.some(({ decided }) => !decided.withdrawn && decided.witness !== actor.member.id);
  if (left) for (const touch of due) markWithdrawn(tx, touch.id);
  else for (const touch of group.touches) eraseTouch(tx, touch);
  audit(tx, actor, 'withdraw-touch', id, undefined, { erased: !left });
  return applied;
}

function markWithdrawn({ pool }: Transaction, id: string): void {
  const held = pool.get(id);
  if (held === null) return;
  pool.put(id, { ...held, state: { ...held.state, decided: { ...held.state.decided, withdrawn: true } } });
}

/** The touch and what was read off it lose their content everywhere; their keys are kept, so that it stays so. */
function eraseTouch({ store, pool, touchKeys }: Transaction, touch: HeldTouch): void {
  touchKeys.withhold(touch);
  touchKeys.drop(touch);
  for (const sighting of sightingsOf(store, touch.id)) {
    pool.put(sighting, { kind: 'sighting', gone: true, state: {} });
  }
  pool.put(touch.id, { kind: 'touch', gone: true, state: {} });
}

/** Sets one touch apart from all others of its group, for good. */
function unlinkTouch(tx: Transaction, actor: CommandActor, id: string): Outcome {
  if (touchIn(tx.pool, id) === null) return noSuchRecord;
  tx.pool.flush();
  const others =
    groupOf(tx, id)
      ?.touches.map((touch) => touch.id)
      .filter((other) => other !== id) ?? [];
  if (others.length === 0) return stale;
  for (const other of others) setApart(tx.store, id, other);
  const before = tx.pool.get(id)?.state.decided;
  if (before?.link === null) {
    const [root = null, ...rest] = [...others].sort(byAge(tx));
    if (root !== null) setLink(tx, root, null);
    for (const other of rest) setLink(tx, other, root);
  }
  setLink(tx, id, null);
  audit(tx, actor, 'unlink-touch', id, before, tx.pool.get(id)?.state.decided);
  return applied;
}

function audit(
  tx: Transaction,
  actor: CommandActor,
  action: string,
  subject: string,
  before: unknown,
  after: unknown,
): void {
  appendAudit(tx, { member: actor.member.id, device: actor.device }, action, subject, { before, after });
}
