import * as v from 'valibot';
import { type Pair, type PairedKind, pairId, pairSchema } from '../../shared/domain/pair.ts';
import type { Command } from '../../shared/protocol/operation.ts';
import type { RecordState } from '../../shared/sync/row.ts';
import { stampMs } from '../../shared/sync/stamp.ts';

export type PairCommand = Extract<
  Command,
  { name: 'merge-records' | 'unmerge-records' | 'not-same' | 'maybe-same' }
>;

/** Not numbered by the server yet: after everything that is. */
const afterAll = Number.MAX_SAFE_INTEGER;

export function pairOfCommand(command: PairCommand): string {
  return pairId(command.name === 'merge-records' ? command.keep : command.one, command.other);
}

/** What was decided of a pair, or null where that is of a form which this version does not know. */
export function pairFact(state: RecordState | null): Pair | null {
  return v.is(pairSchema, state?.fact) ? state.fact : null;
}

/** The pair as the server will decide it, as far as the device can see; null where nothing is known of it before and after. */
export function foreseePair(
  state: RecordState | null,
  command: PairCommand,
  stamp: string,
  member: string,
): RecordState | null {
  const before = pairFact(state);
  const now = { by: member, at: stampMs(stamp), automatic: false };
  switch (command.name) {
    case 'merge-records': {
      if (before?.verdict === 'same') return state;
      const { kind, keep, other, reasons } = command;
      return fact({ of: kind, keep, other, reasons, ...now, verdict: 'same', number: afterAll });
    }
    case 'unmerge-records':
      return before?.verdict === 'same' ? fact({ ...before, ...now, verdict: command.verdict }) : state;
    case 'not-same':
      if (before?.verdict === 'apart' || before?.verdict === 'same') return state;
      return fact({ ...(before ?? undecided(command)), ...now, verdict: 'apart' });
    case 'maybe-same':
      return before?.verdict === 'apart' ? fact({ ...before, ...now, verdict: 'open' }) : state;
    default:
      return command satisfies never;
  }
}

function undecided(command: { kind: PairedKind; one: string; other: string }) {
  return { of: command.kind, keep: command.one, other: command.other, reasons: [], number: 0 };
}

function fact(pair: Pair): RecordState {
  return { fact: pair };
}
