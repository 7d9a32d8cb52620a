/**
 * How common values are among rows, so that agreeing on a rare one says more. `share` smooths towards `usual`, the share of a
 * value never seen, as if `weight` rows had been seen before.
 */
export type ValueCounts = { share(value: string): number; size: number };

export function countValues(
  values: Iterable<string>,
  { usual, weight }: { usual: number; weight: number },
): ValueCounts {
  const counts = new Map<string, number>();
  let size = 0;
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    size += 1;
  }
  return { size, share: (value) => ((counts.get(value) ?? 0) + usual * weight) / (size + weight) };
}
