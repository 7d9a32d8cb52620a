import * as v from 'valibot';
import { packedRowSchema } from '../sync/packed-row.ts';
import { cursorSchema } from './pull.ts';

/** Of one request: whom a page names, with what belongs to it. */
export const lookUpLimits = { beginnings: 400, named: 100 } as const;

/**
 * So many characters of an id are asked by: 20 bits, which a millionth of all addresses share, so that the question names nobody
 * whom the pool does not know already.
 */
export const beginningLength = 4;

/**
 * POST /v1/look-up: records by the beginnings of their ids, for a device that is being bootstrapped and is asked about somebody now. Like the newest rows they move no cursor, and come again with the snapshot and the pull behind it.
 */
export const lookUpRequest = v.object({
  proto: v.number(),
  epoch: v.number(),
  view: v.number(),
  beginnings: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[0-9a-hjkmnp-tv-z]{4}$/, 'not the beginning of an id'))),
    v.maxLength(lookUpLimits.beginnings),
  ),
});
export type LookUpRequest = v.InferOutput<typeof lookUpRequest>;

/** `restart`: another epoch or view, like a pull's. */
export const lookUpResponse = v.variant('kind', [
  v.object({ kind: v.literal('found'), rows: v.array(packedRowSchema), now: v.number() }),
  v.object({ kind: v.literal('restart'), cursor: cursorSchema, now: v.number() }),
]);
