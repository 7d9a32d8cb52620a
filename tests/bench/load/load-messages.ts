import * as v from 'valibot';

/** What the benchmark tells a process that plays devices. */
export const toDevices = v.variant('type', [
  /** Join by these links and prepare all pushes. */
  v.object({
    type: v.literal('prepare'),
    url: v.string(),
    invitations: v.array(v.string()),
    seed: v.number(),
    pushes: v.number(),
    recordsPerPush: v.number(),
  }),
  /**
   * Begin at this moment (milliseconds since the epoch); every device pushes once in `everyMs`. What is still to be
   * pushed `graceMs` after the last was due stays: it counts as late as it was by then, and as not taken.
   */
  v.object({ type: v.literal('begin'), at: v.number(), everyMs: v.number(), graceMs: v.number() }),
]);
export type ToDevices = v.InferOutput<typeof toDevices>;

/** What such a process answers. `late`: milliseconds of each push, from when it was due. */
export const fromDevices = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({
    type: v.literal('done'),
    late: v.array(v.number()),
    taken: v.number(),
    refused: v.number(),
    pokes: v.number(),
    /** Pushes that the server asked to send later, and that were. */
    deferred: v.number(),
    /** Pages that were pulled meanwhile, pulls that were put off, and the characters of those pages. */
    followed: v.object({ pages: v.number(), refused: v.number(), characters: v.number() }),
    /** When the last push was answered. */
    ended: v.number(),
    why: v.nullable(v.string()),
  }),
]);
export type FromDevices = v.InferOutput<typeof fromDevices>;
