/** In a block of up to this many rows every pair is looked at; in a larger one each row only with the next few. */
const wholeBlock = 24;
const nextInBlock = 6;
/** A row is looked at beside this many others at most. */
const mostBeside = 160;

/**
 * Pairs of rows that have a key in common, each once, `one` before `other`: a number of pairs linear in the number of keys,
 * however many rows share one. `keys[i]` are those of row i; rows that are alike must stand near each other (see canonicalOrder).
 */
export function* candidatePairs(
  keys: readonly (readonly string[])[],
): Generator<{ one: number; other: number }> {
  const blocks = new Map<string, number[]>();
  for (const [row, own] of keys.entries()) {
    for (const key of own) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [row]);
      else if (block.at(-1) !== row) block.push(row);
    }
  }
  for (const [one, own] of keys.entries()) {
    const beside = new Set<number>();
    for (const key of own) {
      const block = blocks.get(key) ?? [];
      const at = placeOf(block, one);
      const end = block.length <= wholeBlock ? block.length : Math.min(block.length, at + 1 + nextInBlock);
      for (let i = at + 1; i < end && beside.size < mostBeside; i += 1) beside.add(block[i] as number);
    }
    for (const other of beside) yield { one, other };
  }
}

/** Where `row` stands in the ascending block. */
function placeOf(block: readonly number[], row: number): number {
  let [low, high] = [0, block.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((block[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows' places sorted by what the rows say, so that no answer depends on the order in which rows came. */
export function canonicalOrder(contents: readonly string[]): number[] {
  return contents
    .map((_, i) => i)
    .sort((a, b) =>
      (contents[a] as string) < (contents[b] as string) ? -1 : contents[a] === contents[b] ? a - b : 1,
    );
}
