/** True and false positives and misses, added up over all rows together. */
export type Counts = { right: number; wrong: number; missed: number };

export function noCounts(): Counts {
  return { right: 0, wrong: 0, missed: 0 };
}

export function addCounts(to: Counts, more: Counts): void {
  to.right += more.right;
  to.wrong += more.wrong;
  to.missed += more.missed;
}

export function precision({ right, wrong }: Counts): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recall({ right, missed }: Counts): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

export function f1(counts: Counts): number {
  const { right, wrong, missed } = counts;
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** Given against expected, one to one, by `same`. */
export function matchSets<G, E>(
  given: readonly G[],
  expected: readonly E[],
  same: (given: G, expected: E) => boolean,
): Counts {
  const open = [...expected];
  let right = 0;
  for (const one of given) {
    const at = open.findIndex((other) => same(one, other));
    if (at < 0) continue;
    open.splice(at, 1);
    right += 1;
  }
  return { right, wrong: given.length - right, missed: open.length };
}

/** How facts are compared: case, accents, punctuation and white space folded. */
export function foldFact(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Phones by their last nine digits. */
export function lastNine(text: string): string {
  return text.replace(/\D/g, '').slice(-9);
}
