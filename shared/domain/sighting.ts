import * as v from 'valibot';
import { idSchema } from './ids.ts';
import { memberReference } from './member-reference.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

export const readerId = v.picklist(['roundcube', 'sogo', 'gmail', 'outlook', 'web', 'person']);
export type ReaderId = v.InferOutput<typeof readerId>;

/** Where it was seen: never more than the origin and the title, unless policy keeps the path. */
export const sourceSchema = v.object({
  origin: text(300),
  title: v.nullable(text(300)),
  path: v.nullable(text(1000)),
});

/** The evidence behind a value: what was read, where, when, by which reader and version, how sure. Append-only. */
export const sightingSchema = v.object({
  subject: v.object({ kind: v.picklist(['account', 'person', 'affiliation']), id: idSchema }),
  touch: v.nullable(idSchema),
  source: sourceSchema,
  /** Milliseconds since the epoch on the device's corrected clock. */
  seenAt: v.number(),
  reader: v.object({ id: readerId, version: v.number() }),
  /** Field or set name → what was read. */
  read: v.record(v.string(), v.union([text(4000), v.pipe(v.array(text(500)), v.maxLength(50))])),
  /** 0…1, the reader's own estimate. */
  sure: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
export type Sighting = v.InferOutput<typeof sightingSchema>;

export const sightingDecided = v.object({ witness: memberReference('stays') });
export type SightingDecided = v.InferOutput<typeof sightingDecided>;
