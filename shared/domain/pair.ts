import * as v from 'valibot';
import { idPattern, idSchema } from './ids.ts';
import { memberReference } from './member-reference.ts';

/** Records of which two may be one and the same. */
export const pairedKind = v.picklist(['account', 'person']);
export type PairedKind = v.InferOutput<typeof pairedKind>;

/** Stable codes of why two records are one; open, so that a newer reason is kept by an older version. */
export const pairReasons = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/, 'not a reason'))),
  v.maxLength(20),
);

/**
 * Two records and what the company decided about them. `same`: they are shown as one, under `keep`; neither is rewritten.
 * `apart`: they are two, and nobody is asked again. `open`: a decision was taken back. A pair that was ever decided is never
 * merged automatically.
 */
export const pairSchema = v.object({
  of: pairedKind,
  keep: idSchema,
  other: idSchema,
  verdict: v.picklist(['same', 'apart', 'open']),
  reasons: pairReasons,
  /** Decided by the server itself, on the occasion of the member's write. */
  automatic: v.boolean(),
  by: memberReference('stays'),
  /** Milliseconds since the epoch. */
  at: v.number(),
  /** The order of merges: where several reach one record, the later one says which stays on top. */
  number: v.number(),
});
export type Pair = v.InferOutput<typeof pairSchema>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The id of two records' pair: the same on every device and in whichever order, so that a pair exists once. It only spreads;
 * that nobody can foretell it is not asked of it. Throws where one of them is no id: that is a bug.
 */
export function pairId(a: string, b: string): string {
  if (!idPattern.test(a) || !idPattern.test(b)) throw new RangeError('a pair is made of two ids');
  const text = a < b ? `${a} ${b}` : `${b} ${a}`;
  let id = '';
  for (let lane = 1; id.length < 26; lane += 1) {
    let rest = spread(text, lane);
    for (let i = 0; i < 6; i += 1) {
      id += alphabet[rest & 31];
      rest >>>= 5;
    }
  }
  return id.slice(0, 26);
}

/** FNV-1a with a start of its own for each lane, and the last bits mixed down; 32 bits. */
function spread(text: string, lane: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(lane, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
