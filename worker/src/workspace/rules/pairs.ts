import * as v from 'valibot';
import { type Pair, pairId, pairSchema } from '../../../../shared/domain/pair.ts';
import { mergeGroups } from '../../../../shared/identity/merge-groups.ts';
import { linksAround } from '../tables/merge-links.ts';
import type { Transaction } from '../transaction.ts';

/** How many records may be read as one: what a reader must fetch together stays small. */
export const mostMerged = 100;

/** What was decided about two records, or null where nothing ever was. `inUse`: their id holds something else. */
export function pairOf({ pool }: Transaction, a: string, b: string): Pair | 'in-use' | null {
  const held = pool.get(pairId(a, b));
  if (held === null) return null;
  const parsed = v.safeParse(pairSchema, held.state.fact);
  if (held.kind !== 'pair' || !parsed.success) return 'in-use';
  const { keep, other } = parsed.output;
  return [keep, other].includes(a) && [keep, other].includes(b) ? parsed.output : 'in-use';
}

export function putPair({ pool }: Transaction, pair: Pair): void {
  pool.put(pairId(pair.keep, pair.other), { kind: 'pair', gone: false, state: { fact: pair } });
}

/** The records that are read as one with this one, the one on top first; alone where it is merged with none. */
export function groupAround({ store }: Transaction, id: string): readonly string[] {
  return mergeGroups(linksAround(store, id)).get(id) ?? [id];
}
