import * as v from 'valibot';
import { packedRowSchema } from '../sync/packed-row.ts';
import { cursorSchema } from './pull.ts';

/** GET /v1/pull?proto=3&epoch=&view=&since=&limit= answers this from version 3 on; rows lie in the order of their numbers. */
export const pullResponse3 = v.variant('kind', [
  v.object({
    kind: v.literal('page'),
    /** About `limit`: a page ends where a transaction's rows do, so it may hold up to 500 where fewer were asked for. */
    rows: v.array(packedRowSchema),
    cursor: cursorSchema,
    more: v.boolean(),
    now: v.number(),
  }),
  /**
   * The cursor belongs to another epoch or view, or is older than the oldest deletion that is remembered: begin again with a
   * snapshot, keeping the outbox. What is held and does not come again is gone.
   */
  v.object({ kind: v.literal('restart'), cursor: cursorSchema, now: v.number() }),
]);
export type PullResponse3 = v.InferOutput<typeof pullResponse3>;

/** The most that a device asks for before its snapshot, so that what is new is there at once. */
export const newestRows = 500;

/**
 * GET /v1/newest?proto=3&epoch=&view=: the newest rows, for a device that is about to take a snapshot. They move no cursor; the
 * snapshot and the pull that follows it bring them again. Answers `restart` like a pull.
 */
export const newestResponse = v.variant('kind', [
  v.object({ kind: v.literal('newest'), rows: v.array(packedRowSchema), now: v.number() }),
  v.object({ kind: v.literal('restart'), cursor: cursorSchema, now: v.number() }),
]);
export type NewestResponse = v.InferOutput<typeof newestResponse>;
