import type { AccountDecided } from '../../shared/domain/account.ts';
import type { RecordKind } from '../../shared/domain/records.ts';
import type { TouchDecided } from '../../shared/domain/touch.ts';
import type { Command, Operation } from '../../shared/protocol/operation.ts';
import { applyChange } from '../../shared/sync/apply-change.ts';
import type { RecordState, Row } from '../../shared/sync/row.ts';
import { stampMs } from '../../shared/sync/stamp.ts';
import { foreseePair, pairOfCommand } from './foresee-pair.ts';
import { stateOf } from './held-state.ts';

export type RecordRef = { kind: RecordKind; id: string };

/**
 * Names a record. Decision: an id is one record's, whatever its kind, and the server takes no other; but until it has said so, a device
 * may hold own work under the same id and another kind, since whoever writes offline cannot know. The two are two records here: the
 * one shows nothing of the other, and goes once the server has refused it.
 */
export function refKey({ kind, id }: RecordRef): string {
  return `${kind} ${id}`;
}

/**
 * Own operation as the outbox holds it: `seq` is from where on its effects are in the pool, once acknowledged. `own`: nothing else
 * moved the pool there, so that its effects at the server's `now` can be told without pulling them (fold-own.ts).
 */
export type OwnOperation = {
  operation: Operation;
  state: 'waiting' | 'sent' | 'own';
  seq: number;
  now?: number;
};

/** What the device needs to know to foresee what the server will decide. */
export type Foresight = { member: string; link: string | null };

/** The records that an operation touches, each once. */
export function recordsOf(operation: Operation): RecordRef[] {
  if (operation.type === 'command') return [commandTarget(operation.command)];
  const seen = new Map<string, RecordRef>();
  for (const { on: kind, id } of operation.changes) seen.set(refKey({ kind, id }), { kind, id });
  return [...seen.values()];
}

/**
 * A record as this device shows it: the pool's state with the device's own operations on top, oldest first. Null where
 * neither makes the record exist. What only the server decides is foreseen (a new account falls to its first capturer, a
 * new touch is witnessed by us) and replaced by the truth with the next pull.
 */
export function overlay(
  ref: RecordRef,
  base: Row | null,
  own: readonly OwnOperation[],
  foresight: Foresight,
): RecordState | null {
  let state: RecordState | null = base === null ? null : stateOf(base);
  for (const { operation, state: phase, seq } of own) {
    // A base from after the acknowledgement contains the effects, and perhaps what others did to them since.
    if (phase === 'sent' && base !== null && base.seq >= seq) continue;
    if (operation.type === 'command') {
      state = foresee(state, ref, operation.command, operation.stamp, foresight);
      continue;
    }
    for (const change of operation.changes) {
      if (change.id !== ref.id || change.on !== ref.kind) continue;
      state = applyChange(state, change, operation.stamp).state;
    }
    if (state !== null && state.decided === undefined) {
      state = withForeseenDecision(state, ref, operation.stamp, foresight);
    }
  }
  return state;
}

function withForeseenDecision(
  state: RecordState,
  ref: RecordRef,
  stamp: string,
  foresight: Foresight,
): RecordState {
  const { member, link } = foresight;
  switch (ref.kind) {
    case 'account': {
      const decided: AccountDecided = {
        steward: member,
        stewardSince: stampMs(stamp),
        stewardWhy: 'first-capture',
        capturedBy: member,
      };
      return { ...state, decided };
    }
    case 'touch': {
      const decided: TouchDecided = { link, witness: member, withdrawn: false };
      return { ...state, decided };
    }
    case 'sighting':
      return { ...state, decided: { witness: member } };
    case 'note':
      return { ...state, decided: { member } };
    default:
      return state;
  }
}

function foresee(
  state: RecordState | null,
  ref: RecordRef,
  command: Command,
  stamp: string,
  { member }: Foresight,
): RecordState | null {
  const target = commandTarget(command);
  if (refKey(target) !== refKey(ref)) return state;
  switch (command.name) {
    case 'merge-records':
    case 'unmerge-records':
    case 'not-same':
    case 'maybe-same':
      return foreseePair(state, command, stamp, member);
  }
  // A pair comes to be by the first decision about it; all else has to be there.
  if (state === null) return null;
  switch (command.name) {
    case 'take-account':
      if (state.decided?.steward !== null) return state;
      return {
        ...state,
        decided: { ...state.decided, steward: member, stewardSince: stampMs(stamp), stewardWhy: 'taken' },
      };
    case 'restrict-account':
      return decidedAs(state, { restricted: true, ...(command.team && { team: command.team }) });
    case 'open-account':
      return decidedAs(state, { restricted: false });
    case 'set-team':
      return decidedAs(state, { team: command.team });
    case 'withdraw-touch':
      return { ...state, decided: { ...state.decided, withdrawn: true } };
    case 'unlink-touch':
      return { ...state, decided: { ...state.decided, link: null } };
    default:
      return command satisfies never;
  }
}

function decidedAs(state: RecordState, more: Record<string, unknown>): RecordState {
  return { ...state, decided: { ...state.decided, ...more } };
}

function commandTarget(command: Command): RecordRef {
  switch (command.name) {
    case 'take-account':
    case 'restrict-account':
    case 'open-account':
    case 'set-team':
      return { kind: 'account', id: command.account };
    case 'withdraw-touch':
    case 'unlink-touch':
      return { kind: 'touch', id: command.touch };
    case 'merge-records':
    case 'unmerge-records':
    case 'not-same':
    case 'maybe-same':
      return { kind: 'pair', id: pairOfCommand(command) };
    default:
      return command satisfies never;
  }
}
