import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { secretSchema } from './credential.ts';

/**
 * POST /v1/re-enrol, from a device whose push was called a fork: its profile was copied or set back, so that two devices use one
 * credential. Gives it a device of its own for the same member. It keeps its records, its cursor and its outbox, and sends what
 * it never had acknowledged as it is: an operation keeps its id, by which the server knows what another copy has sent already. That is
 * answered `stale`, for others may have decided otherwise since. The other clone is served as before. Answers `joinResponse`; its cursor is the one to begin with where the device holds none of this epoch and view.
 */
export const reEnrolRequest = v.object({
  proto: v.number(),
  deviceName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  /** What the device believes that the server acknowledged last; for the audit. */
  last: v.nullable(idSchema),
  /** How many operations it has not had acknowledged. */
  waiting: v.number(),
  /**
   * Of the credential that it is to get, drawn by the device: the same request again, whose answer was lost or which came twice, is
   * answered the same and makes no further device. Where there is none the server draws it.
   */
  secret: v.optional(secretSchema),
});
export type ReEnrolRequest = v.InferOutput<typeof reEnrolRequest>;
