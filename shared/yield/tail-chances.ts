/**
 * The logarithm of the gamma function for x > 0, by Stirling's series after shifting x above 10 (Abramowitz and Stegun, 6.1.15
 * and 6.1.41): good to about 1e-12.
 */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += Math.log(at);
    at += 1;
  }
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** What is known of a share beforehand: so many cases with the property, so many without. Not necessarily whole numbers. */
export type Experience = { yes: number; no: number };

/**
 * The chance of at least `k` among `n` new cases, given the experience: the beta-binomial law, that is the binomial one with
 * its share known only as well as the experience tells it (Jeffreys' prior, half a case of each kind; Gelman et al., Bayesian
 * Data Analysis, 2.4). With much experience it is the binomial tail at that share. `n` and `k` are whole.
 */
export function chanceOfAtLeast(k: number, n: number, { yes, no }: Experience): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  // The sum begins at its greatest term, or the first ones would be too small to be told from nothing.
  if (k * (yes + no + 1) <= n * (yes + 0.5)) return 1 - chanceOfAtLeast(n - k + 1, n, { yes: no, no: yes });
  const a = yes + 0.5;
  const b = no + 0.5;
  const logBeta = (p: number, q: number) => logGamma(p) + logGamma(q) - logGamma(p + q);
  const logWays = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  let term = Math.exp(logWays + logBeta(k + a, n - k + b) - logBeta(a, b));
  let sum = term;
  for (let i = k; i < n; i += 1) {
    term *= ((n - i) * (i + a)) / ((i + 1) * (n - i - 1 + b));
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return Math.min(1, sum);
}

/**
 * The normal law's tail beyond z ≥ 1, as a continued fraction (Abramowitz and Stegun, 26.2.14): exact also where the tail is so
 * thin that a difference from 1 would lose it.
 */
export function normalTail(z: number): number {
  let fraction = z;
  for (let i = 200; i > 0; i -= 1) fraction = z + i / fraction;
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) / fraction;
}
