import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { recordKinds } from '../domain/records.ts';
import { observedSetSchema } from './observed-set.ts';
import { registerSchema } from './register.ts';

/**
 * One record as the server keeps and sends it. `fields` and `sets` for what is merged, `fact` for evidence and for what the
 * server alone writes (member, policy), `decided` for what only the company may decide. Unknown names are kept.
 */
export const rowSchema = v.looseObject({
  kind: v.picklist(recordKinds),
  id: idSchema,
  /** Position in the workspace's one sequence; a row appears once, at its latest. */
  seq: v.number(),
  gone: v.boolean(),
  fields: v.optional(v.record(v.string(), registerSchema)),
  sets: v.optional(v.record(v.string(), observedSetSchema)),
  fact: v.optional(v.unknown()),
  decided: v.optional(v.record(v.string(), v.unknown())),
});
export type Row = v.InferOutput<typeof rowSchema>;

/** A row's content without its place in the sequence. */
export type RecordState = Pick<Row, 'fields' | 'sets' | 'fact' | 'decided'>;
