import { describe, expect, it } from 'vitest';
import { clusterPairs } from '../../../shared/identity/cluster-pairs.ts';

/** Rows 0 and 1 are one, 2 and 3 are one; 1 and 2 look alike by mistake. */
const bits = [
  [0, 9, -8, -8],
  [9, 0, 2, -8],
  [-8, 2, 0, 9],
  [-8, -8, 9, 0],
];
const between = (one: number, other: number) => bits[one]?.[other] ?? 0;
const links = [
  { one: 0, other: 1, bits: 9 },
  { one: 2, other: 3, bits: 9 },
  { one: 1, other: 2, bits: 2 },
];

describe('clusters', () => {
  it('are not chained into one by a single mistaken likeness', () => {
    expect(clusterPairs(4, links, between, { link: 1, mean: -1 })).toEqual([0, 0, 2, 2]);
  });

  it('would be without a look at the whole', () => {
    expect(clusterPairs(4, links, between, { link: 1, mean: -99 })).toEqual([0, 0, 0, 0]);
  });

  it('take no link that is too weak', () => {
    expect(clusterPairs(4, links, between, { link: 10, mean: -99 })).toEqual([0, 1, 2, 3]);
  });

  it('of many rows are judged by a sample of their pairs', () => {
    let asked = 0;
    const many = Array.from({ length: 400 }, (_, i) => ({
      one: i < 200 ? 0 : 200,
      other: i,
      bits: 5,
    })).filter(({ one, other }) => one !== other);
    const found = clusterPairs(
      400,
      [...many, { one: 0, other: 200, bits: 2 }],
      () => {
        asked += 1;
        return 1;
      },
      { link: 1, mean: 0 },
    );
    expect(new Set(found)).toEqual(new Set([0]));
    expect(asked).toBeLessThan(400 * 70);
  });
});
