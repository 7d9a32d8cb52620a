import type { Command, Operation, Outcome } from '../../../shared/protocol/operation.ts';
import type { Actor, Company, ModelRecord } from './company-state.ts';
import { addressesOf } from './company-state.ts';
import { decideMerge, emptyMerges, groupOf, mergeByAddress } from './merges.ts';
import { restrict, seenAccount } from './restrict.ts';
import { copyContent, emptyContent, faultOf, inTime, lay, same } from './rules.ts';
import { linkNew, type TouchFact, unlink, withdraw } from './touches.ts';

export function emptyCompany(): Company {
  return {
    records: new Map(),
    members: new Map(),
    merges: emptyMerges(),
    apart: new Set(),
    withheld: new Set(),
    restricted: false,
  };
}

const rejected = (reason: Extract<Outcome, { kind: 'rejected' }>['reason']): Outcome => ({
  kind: 'rejected',
  reason,
});
const applied: Outcome = { kind: 'applied' };
const stale: Outcome = { kind: 'stale' };

/** What one operation comes to, and its effects. */
export function decide(company: Company, actor: Actor, operation: Operation): Outcome {
  const isOwnAffair = operation.type === 'write' && operation.changes.every(({ on }) => on === 'note');
  if (company.members.get(actor.member)?.role === 'viewer' && !isOwnAffair) return rejected('not-allowed');
  return operation.type === 'command'
    ? decideCommand(company, actor, operation.command)
    : decideWrite(company, actor, operation);
}

function decideWrite(
  company: Company,
  actor: Actor,
  operation: Extract<Operation, { type: 'write' }>,
): Outcome {
  const stamp = inTime(operation.stamp, actor.now);
  const draft = new Map<string, ModelRecord>();
  const touches: string[] = [];
  const before = new Map<string, string[]>();
  let changed = false;
  for (const change of operation.changes) {
    const held = draft.get(change.id) ?? company.records.get(change.id);
    if (change.on === 'touch' && isWithheld(company, change.fact)) return rejected('not-allowed');
    if (held !== undefined && held.kind !== change.on) return rejected('id-in-use');
    if (held?.kind === 'note' && held.decided.member !== actor.member) return rejected('id-in-use');
    if (held?.gone) return rejected('no-such-record');
    if (change.on === 'touch' || change.on === 'sighting') {
      if (held !== undefined && !same(held.fact, change.fact)) return rejected('id-in-use');
      if (held !== undefined) continue;
      const decided =
        change.on === 'touch'
          ? { link: null, witness: actor.member, withdrawn: false }
          : { witness: actor.member };
      draft.set(change.id, {
        ...emptyContent(),
        id: change.id,
        kind: change.on,
        gone: false,
        fact: change.fact,
        decided,
      });
      if (change.on === 'touch') touches.push(change.id);
      changed = true;
      continue;
    }
    const fault = faultOf(change);
    if (fault !== null) return rejected(fault);
    if (change.on === 'person') before.set(change.id, addressesOf(company.records.get(change.id)));
    const content = held === undefined ? emptyContent() : copyContent(held);
    const drop = Object.entries(change.drop ?? {}).map(([name, values]) => [
      name,
      Object.fromEntries(
        Object.entries(values).map(([value, tags]) => [value, tags.map((t) => inTime(t, actor.now))]),
      ),
    ]);
    const moved = lay(content, { ...change, drop: Object.fromEntries(drop) }, stamp);
    if (held !== undefined && !moved) continue;
    if (held === undefined) content.decided = decidedFor(change.on, actor);
    draft.set(change.id, { ...content, id: change.id, kind: change.on, gone: false });
    changed = true;
  }
  for (const [id, record] of draft) company.records.set(id, record);
  for (const id of touches) linkNew(company, id);
  mergeByAddress(company, actor, before);
  return changed ? applied : stale;
}

function decidedFor(kind: string, { member, now }: Actor): Record<string, unknown> {
  if (kind === 'note') return { member };
  if (kind !== 'account') return {};
  return { steward: member, stewardSince: now, stewardWhy: 'first-capture', capturedBy: member };
}

function isWithheld(company: Company, fact: TouchFact): boolean {
  return fact.strong !== null && company.withheld.has(fact.strong);
}

function decideCommand(company: Company, actor: Actor, command: Command): Outcome {
  switch (command.name) {
    case 'take-account':
      return takeAccount(company, actor, command.account);
    case 'restrict-account':
    case 'open-account':
    case 'set-team':
      return restrict(company, actor, command);
    case 'withdraw-touch':
      return withdraw(company, actor.member, command.touch);
    case 'unlink-touch':
      return unlink(company, command.touch);
    case 'merge-records':
    case 'unmerge-records':
    case 'not-same':
    case 'maybe-same':
      return decideMerge(company, actor, command);
    default:
      throw new Error(`the model knows no command ${JSON.stringify(command)}`);
  }
}

function takeAccount(company: Company, { member, now }: Actor, id: string): Outcome {
  const held = seenAccount(company, member, id);
  if (held === null) return rejected('no-such-record');
  const steward = groupOf(company.merges, id)
    .map((one) => company.records.get(one)?.decided.steward)
    .find((one) => typeof one === 'string');
  if (steward === member) return stale;
  if (steward !== undefined) return rejected('already-taken');
  const decided = { ...held.decided, steward: member, stewardSince: now, stewardWhy: 'taken' };
  company.records.set(id, { ...held, decided });
  return applied;
}
