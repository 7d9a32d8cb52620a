/** One word of one name stands for one word of another. */
export type WordPair = { row: number; column: number };

type State = { cost: number; pairs: readonly WordPair[] };

/**
 * Lays rows on columns one to one at the least total of `costs` (infinite: never) and of what `restCost` asks for what is left
 * over. Exact up to eight columns, by trying sets of taken ones; beyond, the cheapest pair first. Pairs come by row.
 */
export function assignWords(
  costs: readonly (readonly number[])[],
  restCost: (pairs: readonly WordPair[]) => number,
): readonly WordPair[] {
  const columns = costs[0]?.length ?? 0;
  if (columns > 8 || costs.length > 8) return assignGreedily(costs);
  let states = new Map<number, State>([[0, { cost: 0, pairs: [] }]]);
  for (const [row, cells] of costs.entries()) {
    const next = new Map(states);
    for (const [taken, state] of states) {
      for (const [column, cell] of cells.entries()) {
        if (taken & (1 << column) || cell === Number.POSITIVE_INFINITY) continue;
        const cost = state.cost + cell;
        const key = taken | (1 << column);
        if (cost < (next.get(key)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(key, { cost, pairs: [...state.pairs, { row, column }] });
      }
    }
    states = next;
  }
  let best: State = { cost: Number.POSITIVE_INFINITY, pairs: [] };
  for (const state of states.values()) {
    const cost = state.cost + restCost(state.pairs);
    if (cost < best.cost) best = { cost, pairs: state.pairs };
  }
  return best.pairs;
}

function assignGreedily(costs: readonly (readonly number[])[]): WordPair[] {
  const all = costs.flatMap((cells, row) => cells.map((cost, column) => ({ row, column, cost })));
  all.sort((x, y) => x.cost - y.cost || x.row - y.row || x.column - y.column);
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  const pairs: WordPair[] = [];
  for (const { row, column, cost } of all) {
    if (cost === Number.POSITIVE_INFINITY || rows.has(row) || columns.has(column)) continue;
    rows.add(row);
    columns.add(column);
    pairs.push({ row, column });
  }
  return pairs.sort((x, y) => x.row - y.row);
}
