import { describe, expect, it } from 'vitest';
import { pChart } from '../../../shared/yield/p-chart.ts';
import { verdictOf } from '../../../shared/yield/yield-verdict.ts';

type Share = [good: number, n: number];

const usual = (count: number): Share[] =>
  Array.from({ length: count }, (_, i) => [i % 5 === 0 ? 38 : 39, 40]);
const said = (...shares: Share[]) => verdictOf(pChart(shares.map(([good, n], day) => ({ day, n, good }))));

describe('what a chart comes to', () => {
  it('is nothing without a mail, and learning with few', () => {
    expect(said()).toEqual({ kind: 'nothing' });
    expect(said([0, 0])).toEqual({ kind: 'nothing' });
    expect(said([3, 4], [2, 2])).toEqual({ kind: 'learning', days: 2, n: 6, good: 5 });
  });

  it('is the last day where that is as usual', () => {
    expect(said(...usual(30), [37, 40])).toMatchObject({ kind: 'usual', day: 30, n: 40, good: 37 });
  });

  it('is a fall with all mails since it began, and the share that was usual before', () => {
    const verdict = said(...usual(30), [5, 40], [4, 37], [3, 20]);
    expect(verdict).toMatchObject({ kind: 'fell', since: 30, n: 97, good: 12 });
    expect(verdict.kind === 'fell' && verdict.usual).toBeCloseTo(0.97, 2);
  });

  it('goes on over a day that is too small to tell, and ends with one that is not', () => {
    expect(said(...usual(30), [5, 40], [1, 1])).toMatchObject({ kind: 'fell', since: 30, n: 41 });
    expect(said(...usual(30), [5, 40], [1, 1], [2, 20])).toMatchObject({ kind: 'fell', since: 30, n: 61 });
    expect(said(...usual(30), [5, 40], [1, 1], [39, 40])).toMatchObject({ kind: 'usual', day: 32 });
  });

  it('does not count an earlier fall that was over', () => {
    const verdict = said(...usual(30), [5, 40], ...usual(10), [4, 40]);
    expect(verdict).toMatchObject({ kind: 'fell', since: 41, n: 40, good: 4 });
  });

  it('counts a creeping fall from its first day', () => {
    const before = Array.from({ length: 40 }, (_, i): Share => [i % 2 === 0 ? 358 : 362, 400]);
    const low = Array.from({ length: 8 }, (): Share => [354, 400]);
    expect(said(...before, ...low)).toMatchObject({ kind: 'fell', since: 40, n: 3200 });
  });

  it('counts a drift from the first of the days that show it', () => {
    const before = Array.from({ length: 40 }, (_, i): Share => [i % 5 === 0 ? 39 : 40, 40]);
    const low = Array.from({ length: 13 }, (_, i): Share => [[39, 38, 40][i % 3] as number, 40]);
    expect(said(...before, ...low)).toMatchObject({ kind: 'fell', since: 39, n: 14 * 40 });
  });

  it('is a rise where more is understood than ever', () => {
    const before = Array.from({ length: 40 }, (_, i): Share => [i % 2 === 0 ? 358 : 362, 400]);
    expect(said(...before, [395, 400])).toMatchObject({ kind: 'rose', since: 40, good: 395 });
  });

  it('is poor where it never went well', () => {
    const poor = Array.from({ length: 30 }, (_, i): Share => [10 + (i % 3), 40]);
    expect(said(...poor)).toMatchObject({ kind: 'poor', day: 29 });
  });
});
