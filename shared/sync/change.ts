import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { sightingSchema } from '../domain/sighting.ts';
import { touchSchema } from '../domain/touch.ts';
import { rankSchema } from './register.ts';
import { stampSchema } from './stamp.ts';

const name = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,40}$/, 'not a field name'));
const value = v.pipe(v.string(), v.maxLength(4000));
const values = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(500))), v.maxLength(100));

/** Writes to registers and sets of one record, which comes to be by its first write. */
export const registerChange = v.object({
  on: v.picklist(['account', 'person', 'affiliation', 'note']),
  id: idSchema,
  rank: rankSchema,
  set: v.optional(v.record(name, value)),
  add: v.optional(v.record(name, values)),
  /** Set name → value → the tags that were seen when it was removed. */
  drop: v.optional(v.record(name, v.record(v.string(), v.pipe(v.array(stampSchema), v.maxLength(50))))),
});
export type RegisterChange = v.InferOutput<typeof registerChange>;

export const touchChange = v.object({ on: v.literal('touch'), id: idSchema, fact: touchSchema });
export const sightingChange = v.object({ on: v.literal('sighting'), id: idSchema, fact: sightingSchema });

export const changeSchema = v.variant('on', [registerChange, touchChange, sightingChange]);
export type Change = v.InferOutput<typeof changeSchema>;
