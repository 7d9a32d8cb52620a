import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { packedRowSchema } from '../sync/packed-row.ts';
import { cursorSchema } from './pull.ts';

/** Of one request: what a page names, with what belongs to it. */
export const lookUpLimits = { ids: 400, emails: 100 } as const;

/**
 * POST /v1/look-up: records by their ids, and whoever holds one of these addresses, for a device that is being bootstrapped and
 * is asked about somebody now. Like the newest rows they move no cursor, and come again with the snapshot and the pull behind it.
 */
export const lookUpRequest = v.object({
  proto: v.number(),
  epoch: v.number(),
  view: v.number(),
  ids: v.pipe(v.array(idSchema), v.maxLength(lookUpLimits.ids)),
  /** Normalised. */
  emails: v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.maxLength(lookUpLimits.emails)),
});
export type LookUpRequest = v.InferOutput<typeof lookUpRequest>;

/** `restart`: another epoch or view, like a pull's. */
export const lookUpResponse = v.variant('kind', [
  v.object({ kind: v.literal('found'), rows: v.array(packedRowSchema), now: v.number() }),
  v.object({ kind: v.literal('restart'), cursor: cursorSchema, now: v.number() }),
]);
