import { mergeGroups } from '../../shared/identity/merge-groups.ts';
import type { Database } from './database.ts';
import { pairFact } from './foresee-pair.ts';
import { viewOf } from './held-state.ts';

/** What was decided about pairs, as far as it tells whether to ask about two records. */
export type DecidedPairs = {
  /** The record that stands for this one. */
  topOf: (id: string) => string;
  /** Somebody said that the two, or two with which they are merged, are not the same. */
  areApart: (a: string, b: string) => boolean;
};

export async function decidedPairs(db: Database): Promise<DecidedPairs> {
  const pairs = (await db.pairs.toArray())
    .map((row) => pairFact(viewOf(row)))
    .filter((pair) => pair !== null);
  const groups = mergeGroups(pairs.filter(({ verdict }) => verdict === 'same'));
  const topOf = (id: string) => groups.get(id)?.[0] ?? id;
  const apart = new Set(
    pairs
      .filter(({ verdict }) => verdict === 'apart')
      .map(({ keep, other }) => inOrder(topOf(keep), topOf(other))),
  );
  return { topOf, areApart: (a, b) => apart.has(inOrder(topOf(a), topOf(b))) };
}

function inOrder(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
