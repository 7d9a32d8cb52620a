/** One example: its features by name (all about 0…1), what it is, and how much it counts. */
export type Example = { features: ReadonlyMap<string, number>; right: boolean; weight: number };

const rounds = 400;
const step = 0.1;

/**
 * Weights of a logistic regression with an L2 penalty (all features but `bias`), by Adam over all examples at once.
 * Deterministic.
 */
export function fitLogistic(examples: readonly Example[], penalty: number): Map<string, number> {
  const names = [...new Set(examples.flatMap(({ features }) => [...features.keys()]))].sort();
  const weights = new Map(names.map((name) => [name, 0]));
  const first = new Map(names.map((name) => [name, 0]));
  const second = new Map(names.map((name) => [name, 0]));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round += 1) {
    const slope = new Map(
      names.map((name) => [name, name === 'bias' ? 0 : penalty * (weights.get(name) ?? 0)]),
    );
    for (const { features, right, weight } of examples) {
      const off = ((likelihood(weights, features) - (right ? 1 : 0)) * weight) / total;
      for (const [name, value] of features) slope.set(name, (slope.get(name) ?? 0) + off * value);
    }
    for (const name of names) {
      const by = slope.get(name) ?? 0;
      first.set(name, 0.9 * (first.get(name) ?? 0) + 0.1 * by);
      second.set(name, 0.999 * (second.get(name) ?? 0) + 0.001 * by * by);
      const mean = (first.get(name) ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second.get(name) ?? 0) / (1 - 0.999 ** round)) + 1e-8;
      weights.set(name, (weights.get(name) ?? 0) - (step * mean) / spread);
    }
  }
  return weights;
}

export function likelihood(
  weights: ReadonlyMap<string, number>,
  features: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
