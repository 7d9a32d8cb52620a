import type { Counts } from './counts.ts';

/** Pairs of rows put into one cluster, given against expected. Linear in the number of rows. */
export function pairsOfClusters(given: readonly unknown[], expected: readonly unknown[]): Counts {
  const right = pairs(given.map((cluster, i) => JSON.stringify([cluster, expected[i]])));
  return { right, wrong: pairs(given) - right, missed: pairs(expected) - right };
}

function pairs(clusters: readonly unknown[]): number {
  const sizes = new Map<unknown, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
