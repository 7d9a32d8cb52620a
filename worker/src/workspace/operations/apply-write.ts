// Part of a push's transaction. The operation's changes are laid over the pool as a draft and taken over only if each of them
// is allowed: a rejected operation leaves nothing.

import { compactChange } from '../../../../shared/protocol/compact-operation.ts';
import type { Outcome, RejectionReason, WriteOperation } from '../../../../shared/protocol/operation.ts';
import { applyChange } from '../../../../shared/sync/apply-change.ts';
import type { Change, RegisterChange } from '../../../../shared/sync/change.ts';
import { clampTags } from '../../../../shared/sync/clamp-tags.ts';
import { firstDecision } from '../../../../shared/sync/first-decision.ts';
import { packFirst } from '../../../../shared/sync/pack-first.ts';
import { clampStamp, type Stamp } from '../../../../shared/sync/stamp.ts';
import { checkRegisterChange } from '../rules/check-change.ts';
import { linkTouch } from '../rules/link-touch.ts';
import { type ChangedPerson, mergeSameEmail } from '../rules/merge-same-email.ts';
import { sameContent } from '../rules/same-content.ts';
import { type Held, heldText, storedHeld } from '../tables/held.ts';
import type { MemberRow } from '../tables/members.ts';
import { type Draft, openDraft } from '../tables/pool.ts';
import type { Transaction } from '../transaction.ts';

/** One row may not outgrow what the database can hold, however many values are added to it. */
const rowLength = 250_000;

export function applyWrite(
  tx: Transaction,
  writer: MemberRow,
  device: string,
  operation: WriteOperation,
): Outcome {
  if (writer.role === 'viewer' && !operation.changes.every(isOwnAffair)) return rejected('not-allowed');
  const stamp = clampStamp(operation.stamp, tx.now);
  const draft = openDraft(tx.pool);
  const effective: Change[] = [];
  let created = false;
  for (const raw of operation.changes) {
    const change = clampTags(raw, tx.now);
    const held = draft.get(change.id);
    const reason = check(tx, writer, held, change);
    if (reason !== null) return rejected(reason);
    const after = held === null ? firstHeld(change, stamp, writer, tx.now) : changedHeld(held, change, stamp);
    if (after === null) continue;
    if ((after.length ?? 0) > rowLength && isTooLarge(held, after)) return rejected('bad-value');
    draft.put(change.id, after, held === null ? 'first' : 'change');
    created ||= held === null;
    effective.push(change);
  }
  const touches = newTouches(tx, draft, operation.changes);
  const readdressed = changedAddresses(tx, draft, operation.changes);
  draft.commit();
  for (const touch of touches) {
    tx.touchKeys.add(touch);
    linkTouch(tx, touch.id);
  }
  mergeSameEmail(tx, { member: writer.id, device }, readdressed);
  if (effective.length === 0) return { kind: 'stale' };
  // Where something came to be, a poke carries rows.
  if (!created) tx.changes.push([stamp, effective.map((change) => compactChange(change, ''))]);
  return { kind: 'applied' };
}

function firstHeld(change: Change, stamp: Stamp, writer: MemberRow, now: number): Held {
  const decided = firstDecision(change.on, writer.id, now);
  const packed = packFirst(change, stamp, decided);
  if (packed === null) {
    const { state } = applyChange(null, change, stamp);
    return { kind: change.on, gone: false, state: { ...state, decided }, length: lengthOf(change) };
  }
  const steward = change.on === 'account' ? writer.id : null;
  const touch = change.on === 'sighting' ? change.fact.touch : null;
  return storedHeld(change.on, false, JSON.stringify(packed), { steward, touch });
}

/** Null where nothing changes. */
function changedHeld(held: Held, change: Change, stamp: Stamp): Held | null {
  const { outcome, state } = applyChange(held.state, change, stamp);
  if (outcome === 'stale') return null;
  return { kind: held.kind, gone: false, state, length: (held.length ?? 0) + lengthOf(change) };
}

function rejected(reason: RejectionReason): Outcome {
  return { kind: 'rejected', reason };
}

/** Private notes are for everybody, also for those who may write nothing else. */
function isOwnAffair(change: Change): boolean {
  return change.on === 'note';
}

function check(
  tx: Transaction,
  writer: MemberRow,
  held: Held | null,
  change: Change,
): RejectionReason | null {
  if (change.on === 'touch' && tx.touchKeys.isWithheld(change.fact)) return 'not-allowed';
  if (held !== null && held.kind !== change.on) return 'id-in-use';
  // The same answer as for any other id that is taken: whose it is, or that it is a note, is not said.
  if (change.on === 'note' && held !== null && held.state.decided?.member !== writer.id) return 'id-in-use';
  if (held?.gone) return 'no-such-record';
  if (change.on === 'touch' || change.on === 'sighting') {
    return held === null || sameContent(held.state.fact, change.fact) ? null : 'id-in-use';
  }
  return checkRegisterChange(change);
}

/** At most how much longer a row's stored state becomes by this change: not exact, so that nothing need be written out. */
function lengthOf(change: Change): number {
  if (change.on === 'touch' || change.on === 'sighting') return 500 + JSON.stringify(change.fact).length;
  let length = 500;
  // A character may take six as JSON, and a value brings a stamp, a rank and what stands between.
  const add = (text: string) => {
    length += 6 * text.length + 100;
  };
  for (const [name, value] of Object.entries(change.set ?? {})) add(name + value);
  for (const [name, values] of Object.entries(change.add ?? {})) {
    add(name);
    for (const value of values) add(value);
  }
  return length;
}

/** Asked only of rows that may be: a row that is too large already may still shrink. */
function isTooLarge(before: Held | null, after: Held): boolean {
  const { length } = heldText(after);
  return length > rowLength && (before === null || length > heldText(before).length);
}

function newTouches(tx: Transaction, draft: Draft, changes: readonly Change[]) {
  const ids = new Set<string>();
  return changes.flatMap((change) => {
    if (change.on !== 'touch' || ids.has(change.id)) return [];
    if (tx.pool.get(change.id) !== null || draft.get(change.id) === null) return [];
    ids.add(change.id);
    return [{ id: change.id, fact: change.fact }];
  });
}

/** Each person once, with the addresses from before this operation and the ones that it leaves. */
function changedAddresses(tx: Transaction, draft: Draft, changes: readonly Change[]): ChangedPerson[] {
  const people = new Map<string, RegisterChange[]>();
  for (const change of changes) {
    if (change.on !== 'person') continue;
    if (change.add?.emails === undefined && change.drop?.emails === undefined) continue;
    people.set(change.id, [...(people.get(change.id) ?? []), change]);
  }
  return [...people].map(([id, ofPerson]) => {
    const before = tx.pool.get(id);
    const [only] = ofPerson;
    // A new person has what it came with; to read that off its state would be to make the state.
    const isFirst = before === null && ofPerson.length === 1 && only?.drop === undefined;
    const has = isFirst ? [...new Set(only?.add?.emails ?? [])] : addressesOf(draft.get(id));
    return { id, had: addressesOf(before), has };
  });
}

function addressesOf(held: Held | null): string[] {
  return Object.keys(held?.state.sets?.emails ?? {});
}
