import { describe, expect, it } from 'vitest';
import { detectionDelay, driftDelay, falseAlarms } from './simulate-days.ts';

const seed = 20_261_123;

describe('a chart on which nothing changes', () => {
  it.each([
    { mails: 40, share: 0.98, runs: 400, most: 0.001 },
    { mails: 40, share: 0.9, runs: 400, most: 0.002 },
    { mails: 40, share: 0.8, runs: 300, most: 0.003 },
    { mails: 5, share: 0.98, runs: 400, most: 0.001 },
    { mails: 400, share: 0.98, runs: 100, most: 0.003 },
    { mails: 300, share: 0.94, wander: 0.1, runs: 100, most: 0.008 },
  ])(
    'raises a false alarm on fewer than $most of days: $mails mails, $share read',
    ({ runs, most, ...of }) => {
      expect(falseAlarms(of, runs, seed)).toBeLessThanOrEqual(most);
    },
  );

  it('raises none at all where everything is always read', () => {
    expect(falseAlarms({ mails: 40, share: 1 }, 50, seed)).toBe(0);
  });
});

describe('a break', () => {
  it.each([
    { mails: 40, from: 0.98, to: 0.6, mean: 1, p95: 1 },
    { mails: 40, from: 0.98, to: 0.9, mean: 5, p95: 12 },
    { mails: 5, from: 0.98, to: 0.6, mean: 3, p95: 8 },
    { mails: 3, from: 0.98, to: 0, mean: 1, p95: 1 },
    { mails: 400, from: 0.98, to: 0.9, mean: 1, p95: 1 },
  ])('from $from to $to at $mails mails a day is told within $mean days on average', (given) => {
    const { mails, from, to, mean, p95 } = given;
    const delay = detectionDelay({ mails, share: from }, { mails, share: to }, 300, seed);
    expect(delay.mean).toBeLessThanOrEqual(mean);
    expect(delay.p95).toBeLessThanOrEqual(p95);
    expect(delay.missed).toBeLessThan(0.02);
  });
});

describe('a slow drift', () => {
  it.each([
    { mails: 40, from: 0.98, perDay: 0.002, mean: 22, p95: 34 },
    { mails: 10, from: 0.98, perDay: 0.005, mean: 20, p95: 34 },
    { mails: 100, from: 0.96, perDay: 0.002, mean: 17, p95: 26 },
  ])('of $perDay a day at $mails mails is told within $mean days on average', (given) => {
    const { mails, from, perDay, mean, p95 } = given;
    const delay = driftDelay({ mails, share: from }, perDay, 150, seed);
    expect(delay.mean).toBeLessThanOrEqual(mean);
    expect(delay.p95).toBeLessThanOrEqual(p95);
    expect(delay.missed).toBe(0);
  });
});
