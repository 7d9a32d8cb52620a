import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, logGamma, normalTail } from '../../../shared/yield/tail-chances.ts';

const experience = fc.record({
  yes: fc.double({ min: 0, max: 5000, noNaN: true }),
  no: fc.double({ min: 0, max: 5000, noNaN: true }),
});

/** The binomial tail term by term, in the plainest way there is. */
function binomialTail(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i += 1) {
    let term = p ** i * (1 - p) ** (n - i);
    for (let j = 0; j < i; j += 1) term *= (n - j) / (i - j);
    sum += term;
  }
  return sum;
}

describe('the gamma function', () => {
  it.each([1, 2, 5, 11, 21])('is the factorial at the whole number %i', (x) => {
    let factorial = 1;
    for (let i = 2; i < x; i += 1) factorial *= i;
    expect(logGamma(x)).toBeCloseTo(Math.log(factorial), 10);
  });

  it('is √π at a half', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
  });
});

describe('the chance of at least so many', () => {
  it.each([
    [4, 40, 0.02],
    [1, 3, 0.5],
    [20, 20, 0.9],
    [0, 7, 0.3],
  ])('of %i in %i at %f is the binomial one where the experience is large', (k, n, p) => {
    const known = { yes: p * 1e8, no: (1 - p) * 1e8 };
    expect(chanceOfAtLeast(k, n, known)).toBeCloseTo(binomialTail(k, n, p), 5);
  });

  it('is greater for the rare where little is known', () => {
    const little = chanceOfAtLeast(4, 40, { yes: 1, no: 49 });
    expect(little).toBeGreaterThan(2 * chanceOfAtLeast(4, 40, { yes: 100, no: 4900 }));
  });

  it('and the chance of fewer make one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), experience, (n, at, { yes, no }) => {
        const k = (at % n) + 1;
        const fewer = chanceOfAtLeast(n - k + 1, n, { yes: no, no: yes });
        expect(chanceOfAtLeast(k, n, { yes, no }) + fewer).toBeCloseTo(1, 8);
      }),
    );
  });

  it('does not grow with how many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), experience, (n, known) => {
        const chances = Array.from({ length: n + 2 }, (_, k) => chanceOfAtLeast(k, n, known));
        expect(chances.every((one, k) => k === 0 || one <= (chances[k - 1] as number) + 1e-9)).toBe(true);
      }),
    );
  });
});

describe('the normal tail', () => {
  it.each([
    [1, 0.158655],
    [2, 0.0227501],
    [3, 0.0013499],
    [9, 1.12859e-19],
  ])('beyond %i is %f', (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 4);
  });
});
