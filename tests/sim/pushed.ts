import { expandOperation } from '../../shared/protocol/compact-operation.ts';
import type { Operation, Outcome } from '../../shared/protocol/operation.ts';
import type { PushRequest, PushResponse } from '../../shared/protocol/push.ts';
import type { PushRequest3, PushResponse3 } from '../../shared/protocol/push-3.ts';

/** A push and its answer, whatever the version they were said in. */
export type Pushed = {
  /** The id of the last operation that the device had acknowledged, or its beginning. */
  from: string | null;
  operations: Operation[];
  outcomes: Outcome[];
  last: string;
  seq: number;
  now: number;
};

export function readPushed(body: string, device: string, answer: PushResponse | PushResponse3): Pushed {
  const { last, seq, now } = answer;
  if ('outcomes' in answer) {
    const { from, operations } = JSON.parse(body) as PushRequest;
    return { from, operations, outcomes: answer.outcomes.map(({ outcome }) => outcome), last, seq, now };
  }
  const [, , from, compact] = JSON.parse(body) as PushRequest3;
  const operations = compact.map((one) => expandOperation(one, device) as Operation);
  const outcomes = operations.map((): Outcome => ({ kind: 'applied' }));
  for (const [at, kind, reason] of answer.except ?? []) {
    outcomes[at] = kind === 'stale' ? { kind } : { kind, reason };
  }
  return { from, operations, outcomes, last, seq, now };
}
