/** Two rows and how surely they are one, in bits; `one` before `other`. */
export type Link = { one: number; other: number; bits: number };

/** Two clusters become one where a link of at least `link` bits joins them and their rows agree with `mean` bits on average. */
export type ClusterLimits = { link: number; mean: number };

/** Beyond this many pairs between two clusters, evenly spread ones stand for all. */
const mostCompared = 64;

/**
 * The cluster of each row, numbered by the first row of it. The surest link first; a link joins only what agrees as a whole,
 * so that one mistaken likeness does not chain two people into one. The result does not depend on the order of the rows.
 */
export function clusterPairs(
  size: number,
  links: readonly Link[],
  bitsBetween: (one: number, other: number) => number,
  limits: ClusterLimits,
): number[] {
  const clusterOf = Array.from({ length: size }, (_, i) => i);
  const members = new Map(clusterOf.map((cluster) => [cluster, [cluster]]));
  for (const { one, other, bits } of links) {
    if (bits < limits.link) break;
    const [left, right] = [clusterOf[one] as number, clusterOf[other] as number];
    if (left === right) continue;
    const [rows, more] = [members.get(left) ?? [], members.get(right) ?? []];
    if (meanBits(rows, more, bitsBetween) < limits.mean) continue;
    const [into, from] = left < right ? [left, right] : [right, left];
    members.set(into, [...rows, ...more]);
    members.delete(from);
    for (const row of left < right ? more : rows) clusterOf[row] = into;
  }
  return clusterOf;
}

function meanBits(
  rows: readonly number[],
  more: readonly number[],
  bitsBetween: (one: number, other: number) => number,
): number {
  const all = rows.length * more.length;
  const step = Math.max(1, all / mostCompared);
  let [sum, count] = [0, 0];
  for (let at = 0; at < all; at += step) {
    const place = Math.floor(at);
    const [one, other] = [rows[Math.floor(place / more.length)], more[place % more.length]];
    if (one === undefined || other === undefined) continue;
    sum += bitsBetween(one, other);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
