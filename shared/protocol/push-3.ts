import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { type CompactOperation, compactOperation } from './compact-operation.ts';
import { type Operation, type Outcome, rejectionReason } from './operation.ts';

/** The first characters of an id by which the last acknowledged operation is named: 50 random bits, and one device's alone. */
const fromLength = 10;

/**
 * POST /v1/push from version 3 on, gzipped where it pays: an array where older versions send an object. `from` begins the id of
 * the last operation that the server acknowledged to this device, or is null before the first; limits are `pushLimits`.
 */
export type PushRequest3 = [proto: 3, epoch: number, from: string | null, operations: CompactOperation[]];

/** `from`: the whole id of the last acknowledged operation. `device`: the sender, whose name need not be in its own stamps. */
export function pushRequest3(
  epoch: number,
  from: string | null,
  operations: readonly Operation[],
  device: string,
): PushRequest3 {
  return [
    3,
    epoch,
    from?.slice(0, fromLength) ?? null,
    operations.map((operation) => compactOperation(operation, device)),
  ];
}

/** The place of an operation in the push, and what became of it; those that were applied are not named. */
const exception = v.union([
  v.tuple([v.number(), v.literal('stale')]),
  v.tuple([v.number(), v.literal('rejected'), rejectionReason]),
]);

export const pushResponse3 = v.object({
  /** The id of the last operation of the push: says that the answer belongs to it. */
  last: idSchema,
  /** The newest number before this push. */
  from: v.number(),
  /** Once the device's cursor has reached this, the effects of all these operations have been pulled. */
  seq: v.number(),
  /** Server's clock, milliseconds since the epoch: the one that stamps were clamped by, and `stewardSince` of new accounts. */
  now: v.number(),
  /**
   * What moved between `from` and `seq` is what `applyChange` makes of the operations that were applied, in their order and with
   * clamped stamps, on the rows as they were at `from`; new accounts, touches and sightings are decided as a first capture is
   * (`firstDecision`). A device that stands at `from` may then go on to `seq` by itself instead of pulling its own rows back.
   */
  own: v.optional(v.boolean(), false),
  except: v.optional(v.array(exception), []),
});
export type PushResponse3 = v.InferOutput<typeof pushResponse3>;

/** The outcome of each operation of a push, in order. */
export function outcomesOfPush3({ except }: PushResponse3, operations: number): Outcome[] {
  const outcomes: Outcome[] = Array.from({ length: operations }, () => ({ kind: 'applied' }));
  for (const [at, kind, reason] of except) {
    if (at in outcomes) outcomes[at] = kind === 'stale' ? { kind } : { kind, reason };
  }
  return outcomes;
}
