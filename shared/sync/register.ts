import * as v from 'valibot';
import { type Stamp, stampSchema } from './stamp.ts';

/** Who says so: a page that a reader read, or a person who typed or accepted it. */
export const rankSchema = v.picklist(['page', 'person']);
export type Rank = v.InferOutput<typeof rankSchema>;

export const registerSchema = v.object({ value: v.string(), stamp: stampSchema, rank: rankSchema });

/** One field's last write. An empty value is a value: somebody cleared the field. */
export type Register = v.InferOutput<typeof registerSchema>;

/**
 * The register after `write` arrives. A person outranks a page whatever the clocks say; between persons the later stamp wins
 * and, at a tie, the later arrival; a page never replaces another value, it only fills an absent one.
 */
export function mergeRegister(held: Register | undefined, write: Register): Register {
  if (held === undefined) return write;
  if (write.rank === 'page') return held;
  if (held.rank === 'page') return write;
  // The same write again is nothing new: whoever asks sees it by getting back what was held.
  if (write.stamp === held.stamp && write.value === held.value) return held;
  return write.stamp >= held.stamp ? write : held;
}

export function registerOf(value: string, stamp: Stamp, rank: Rank): Register {
  return { value, stamp, rank };
}
