import * as v from 'valibot';
import { rowSchema } from '../sync/row.ts';

/** Where a device stands: another epoch or view means starting again at 0, keeping the outbox. */
export const cursorSchema = v.object({ epoch: v.number(), view: v.number(), seq: v.number() });
export type Cursor = v.InferOutput<typeof cursorSchema>;

/** GET /v1/pull?proto=&epoch=&view=&since=&limit= */
export const pullQuery = v.object({
  /** The version that the device speaks; version 1 did not say it. */
  proto: v.optional(v.number(), 1),
  epoch: v.number(),
  view: v.number(),
  since: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)),
});

export const pullResponse = v.variant('kind', [
  v.object({
    kind: v.literal('page'),
    rows: v.array(rowSchema),
    cursor: cursorSchema,
    more: v.boolean(),
    now: v.number(),
  }),
  /** The cursor belongs to another epoch or view: begin again from `cursor` (seq 0). */
  v.object({ kind: v.literal('restart'), cursor: cursorSchema, now: v.number() }),
]);
export type PullResponse = v.InferOutput<typeof pullResponse>;
