import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayShare, pChart } from '../../../shared/yield/p-chart.ts';

fc.configureGlobal({ seed: 20_261_123 });

/** Days 0, 1, 2 … with `good` of `n` each. */
const daysOf = (...shares: [good: number, n: number][]): DayShare[] =>
  shares.map(([good, n], day) => ({ day, n, good }));
const usual = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [i % 5 === 0 ? 39 : 40, 40]);
const wide = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [i % 2 === 0 ? 358 : 362, 400]);

const dayShare = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]): [number, number] => [Math.round(n * share), n]);
const someDays = fc.array(dayShare, { maxLength: 60 }).map((shares) => daysOf(...shares));

describe('the p-chart', () => {
  it('has limits by the textbook’s formula where there are many cases', () => {
    const point = pChart(daysOf(...wide(40), [360, 400])).at(-1);
    expect(point?.centre).toBeCloseTo(0.9, 3);
    const sigma = Math.sqrt((0.9 * 0.1) / 400);
    expect(point?.lower).toBeCloseTo(0.9 - 3 * sigma, 2);
    expect(point?.upper).toBeCloseTo(0.9 + 3 * sigma, 2);
    expect(point).toMatchObject({ signal: null, firm: true });
  });

  it('has the narrower limits the more cases the day had', () => {
    const [few, many] = [200, 2000].map((n) => pChart(daysOf(...wide(30), [0.9 * n, n])).at(-1));
    expect((many?.lower ?? 0) - (few?.lower ?? 1)).toBeGreaterThan(0.02);
  });

  it('signals a day beyond the limits, and goes on signalling while it lasts', () => {
    const points = pChart(daysOf(...usual(30), [20, 40], [22, 40], [40, 40]));
    expect(points.slice(-3).map(({ signal }) => signal)).toEqual([
      { side: 'fell', rule: 'beyond' },
      { side: 'fell', rule: 'beyond' },
      null,
    ]);
  });

  it('never takes a break for usual, however long it lasts', () => {
    const broken = Array.from({ length: 60 }, (): [number, number] => [20, 40]);
    const points = pChart(daysOf(...usual(30), ...broken)).slice(30);
    expect(points.every(({ signal }) => signal?.side === 'fell')).toBe(true);
    expect(points.at(-1)?.centre).toBeGreaterThan(0.97);
  });

  it('learns a rise', () => {
    const better = Array.from({ length: 60 }, (): [number, number] => [392, 400]);
    const points = pChart(daysOf(...wide(30), ...better));
    expect(points[30]?.signal).toEqual({ side: 'rose', rule: 'beyond' });
    expect(points.at(-1)?.centre).toBeGreaterThan(0.95);
  });

  it('signals two of three days near a limit', () => {
    const near: [number, number] = [321, 372];
    const points = pChart(daysOf(...wide(30), near, [335, 372], near));
    expect(points.slice(-3).map(({ signal }) => signal)).toEqual([
      null,
      null,
      { side: 'fell', rule: 'two-of-three' },
    ]);
  });

  it('signals eight days in a row on one side, and not seven', () => {
    const low = Array.from({ length: 8 }, (): [number, number] => [354, 400]);
    const signals = pChart(daysOf(...wide(40), ...low)).map(({ signal }) => signal);
    expect(signals.slice(-8, -1)).toEqual(Array(7).fill(null));
    expect(signals.at(-1)).toEqual({ side: 'fell', rule: 'run' });
  });

  it('signals two weeks together of which no day and no run stands out, until a day is as usual', () => {
    const sinking = Array.from({ length: 14 }, (_, i): [number, number] => [
      [39, 38, 40][i % 3] as number,
      40,
    ]);
    const points = pChart(daysOf(...usual(40), ...sinking, [38, 40], [40, 40]));
    const drift = { side: 'fell', rule: 'drift' };
    expect(points.slice(40, 48).every(({ signal }) => signal === null)).toBe(true);
    expect(points.slice(-2).map(({ signal }) => signal)).toEqual([drift, null]);
    expect(points.some(({ signal }) => signal !== null && signal.rule !== 'drift')).toBe(false);
  });

  it('finds no drift in the days after a break that was mended', () => {
    const points = pChart(daysOf(...usual(40), [5, 40], [8, 40], [6, 40], ...usual(20)));
    expect(points.slice(43).every(({ signal }) => signal === null)).toBe(true);
  });

  it('does not take days on which all is read for a run above', () => {
    const points = pChart(
      daysOf(...usual(30), ...Array.from({ length: 20 }, (): [number, number] => [40, 40])),
    );
    expect(points.every(({ signal }) => signal === null)).toBe(true);
  });

  it('has no limit on a day so small that chance alone could bring anything', () => {
    const [one, three] = [1, 3].map((n) => pChart(daysOf(...usual(30), [0, n])).at(-1));
    expect(one).toMatchObject({ lower: null, upper: null, signal: null });
    expect(three?.signal).toEqual({ side: 'fell', rule: 'beyond' });
  });

  it('says nothing before five days and forty cases are known', () => {
    expect(pChart(daysOf(...usual(5))).every(({ centre }) => centre === null)).toBe(true);
    const small = Array.from({ length: 39 }, (): [number, number] => [1, 1]);
    expect(pChart(daysOf(...small, [0, 40])).at(-1)).toMatchObject({ centre: null, signal: null });
    expect(pChart(daysOf(...usual(6), [0, 40])).at(-1)).toMatchObject({
      signal: { rule: 'beyond' },
      firm: false,
    });
    const near: [number, number] = [321, 372];
    expect(pChart(daysOf(...wide(12), near, near)).every(({ signal }) => signal === null)).toBe(true);
  });

  it('has wider limits where days differ by more than chance', () => {
    const restless = Array.from({ length: 40 }, (_, i): [number, number] => [
      i % 2 === 0 ? 3400 : 3800,
      4000,
    ]);
    const last = pChart(daysOf(...restless, [3400, 4000])).at(-1);
    expect(last?.signal).toBeNull();
    expect(last?.lower).toBeLessThan(0.89);
  });
});

describe('for whatever days', () => {
  it('no later day changes an earlier point', () => {
    fc.assert(
      fc.property(someDays, fc.nat(60), (days, cut) => {
        const whole = pChart(days);
        const part = pChart(days.slice(0, cut));
        expect(whole.slice(0, part.length)).toEqual(part);
      }),
    );
  });

  it('the limits lie around the centre, and a point is outside exactly where it signals so', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        for (const { share, centre, lower, upper, signal } of pChart(days)) {
          if (centre === null) expect([lower, upper, signal]).toEqual([null, null, null]);
          else {
            expect(lower ?? 0).toBeLessThan(centre);
            expect(upper ?? 1).toBeGreaterThanOrEqual(centre);
            const outside = (lower !== null && share < lower) || (upper !== null && share > upper);
            expect(signal?.rule === 'beyond').toBe(outside);
          }
        }
      }),
    );
  });

  it('a day without a case changes nothing', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const filled = days.flatMap((day) => [day, { day: day.day + 0.5, n: 0, good: 0 }]);
        expect(pChart(filled)).toEqual(pChart(days));
      }),
    );
  });

  it('a day on which every case was good never fell', () => {
    fc.assert(
      fc.property(someDays, fc.integer({ min: 1, max: 500 }), (days, n) => {
        const last = pChart([...days, { day: 99, n, good: n }]).at(-1);
        expect(last?.signal?.side).not.toBe('fell');
      }),
    );
  });
});
