import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { joinResponse } from './join.ts';

/** More of them could not be told anyway: about as many outcomes are remembered of each device. */
export const mostUnsent = 1500;

/**
 * POST /v1/re-enrol, from a device whose push was called a fork: its profile was copied or set back, so that two devices use one
 * credential. Gives it a device of its own for the same member. It keeps its records, its cursor and its outbox, and goes on sending
 * what no device of the member has sent: what one of them has is not sent again, since others may have decided otherwise meanwhile. An
 * operation keeps its id for that, whoever sends it. The other clone is served as before. The cursor of the answer is the one to begin
 * with where the device holds none of this epoch and view.
 */
export const reEnrolRequest = v.object({
  proto: v.number(),
  deviceName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  /** What the device believes that the server acknowledged last; for the audit. */
  last: v.nullable(idSchema),
  /** How many operations it has not had acknowledged. */
  waiting: v.number(),
  /** The ids of the first of these, in their order. */
  unsent: v.optional(v.pipe(v.array(idSchema), v.maxLength(mostUnsent)), []),
});
export type ReEnrolRequest = v.InferOutput<typeof reEnrolRequest>;

export const reEnrolResponse = v.object({
  ...joinResponse.entries,
  /** Those of `unsent` that were taken, from whichever device of the member; one that was rejected is not among them. */
  taken: v.optional(v.array(idSchema), []),
});
export type ReEnrolResponse = v.InferOutput<typeof reEnrolResponse>;
