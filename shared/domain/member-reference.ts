import * as v from 'valibot';
import { idSchema } from './ids.ts';

/**
 * What happens to a field that names a member when that member leaves:
 * `moves` to the successor, `stays` as history, or the thing `closes`.
 */
export type HandoverRule = 'moves' | 'stays' | 'closes';

/**
 * The only way to declare a field that names a member. The rule travels with the schema, so that a handover can be
 * computed from the schemas alone and nothing added later can be forgotten.
 */
export function memberReference(rule: HandoverRule) {
  return v.pipe(idSchema, v.metadata({ handover: rule }));
}
