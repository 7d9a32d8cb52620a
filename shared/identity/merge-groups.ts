/** One merge that stands: `other` was put under `keep`. */
export type MergeLink = { keep: string; other: string; number: number };

/**
 * Every record that is merged with another → its group, each group once and with the record that stays on top first; the
 * others follow in the order in which they came. A fold over the links alone, in the order of their numbers: taking one
 * away gives exactly what there would be had it never been made.
 */
export function mergeGroups(links: readonly MergeLink[]): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const { keep, other } of links.toSorted(byNumber)) {
    const above = groups.get(keep) ?? [keep];
    const below = groups.get(other) ?? [other];
    if (above.includes(other)) continue;
    const joined = [...above, ...below];
    for (const id of joined) groups.set(id, joined);
  }
  return groups;
}

function byNumber(a: MergeLink, b: MergeLink): number {
  return a.number - b.number || (`${a.keep} ${a.other}` < `${b.keep} ${b.other}` ? -1 : 1);
}
