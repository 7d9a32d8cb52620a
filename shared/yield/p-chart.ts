import { hasDrifted } from './drift.ts';
import { type Baseline, baselineFrom, type Judged } from './p-chart-baseline.ts';
import { chanceOfAtLeast, normalTail } from './tail-chances.ts';

/** One day: `good` of `n` cases. Days are in order; a day without cases may stand or be missing. */
export type DayShare = { day: number; n: number; good: number };

/** Why a day stands out. `beyond`: outside the limits. `two-of-three`: near them twice. `run`: one side eight days in a row. */
export type SignalRule = 'beyond' | 'two-of-three' | 'run';

/** `drift`: the last two weeks together lie below what was usual before them (drift.ts). */
export type Signal = { side: 'fell'; rule: SignalRule | 'drift' } | { side: 'rose'; rule: SignalRule };

export type ChartPoint = DayShare & {
  share: number;
  /** What is usual; null while it is being learned. */
  centre: number | null;
  /** The limits for this day's n; null where even the farthest value would be within chance. */
  lower: number | null;
  upper: number | null;
  signal: Signal | null;
  /** How far the day lies out: 0 within ordinary chance, 1 beyond the centre, 2 near the limit, 3 outside. Negative: below. */
  zone: -3 | -2 | -1 | 0 | 1 | 2 | 3;
  /** Whether the limits stand on as many days as they should. Before that only `beyond` is signalled. */
  firm: boolean;
};

/** From here on the binomial law is close enough to the normal one in both directions (Montgomery, 3.5.1: at least 10). */
const enoughForNormal = 10;
export const runLength = 8;

/**
 * Shewhart's p-chart with limits for each day's own n: p̄ ± 3√(p̄(1 − p̄)/n) (Shewhart 1931; Montgomery, Introduction to Statistical
 * Quality Control, chapter 7), signalled by three of the Western Electric rules: one point beyond 3σ, two of three beyond 2σ, eight in
 * a row on one side; and, since what is usual follows what slowly changes, by a fourth for slow drifts (drift.ts). Where n·p̄ or n·(1 − p̄) is small the limits are the exact ones with the same chance as 3σ, and a day is on
 * one side only if at most every second day lies that far out: with p̄ near 1 half of all days would otherwise "rise". σ grows with
 * what days differ beyond chance. The baseline (p-chart-baseline.ts) knows only the days before, so a chart never changes behind.
 */
export function pChart(days: readonly DayShare[]): ChartPoint[] {
  const before: Judged[] = [];
  const points: ChartPoint[] = [];
  for (const { day, n, good } of days) {
    if (n <= 0) continue;
    const baseline = baselineFrom(before);
    const point = judge({ day, n, good }, baseline, points);
    const isLow = point.signal === null && point.firm && point.zone < 0;
    const drifted = isLow && hasDrifted(point, before);
    if (drifted) point.signal = { side: 'fell', rule: 'drift' };
    points.push(point);
    before.push({ n, good, fell: point.signal?.side === 'fell', drifted });
  }
  return points;
}

function judge(given: DayShare, baseline: Baseline | null, before: readonly ChartPoint[]): ChartPoint {
  const share = given.good / given.n;
  if (baseline === null) {
    return { ...given, share, centre: null, lower: null, upper: null, signal: null, zone: 0, firm: false };
  }
  const { firm, centre } = baseline;
  const point = {
    ...given,
    share,
    centre,
    ...limitsFor(given.n, baseline),
    zone: zoneOf(given, baseline),
    firm,
  };
  return { ...point, signal: signalOf(point.zone, before, firm) };
}

function signalOf(zone: ChartPoint['zone'], before: readonly ChartPoint[], firm: boolean): Signal | null {
  if (zone === 0) return null;
  const side = zone < 0 ? 'fell' : 'rose';
  const outBy = (point: Pick<ChartPoint, 'zone'>) => (zone < 0 ? -point.zone : point.zone);
  if (Math.abs(zone) === 3) return { side, rule: 'beyond' };
  if (!firm) return null;
  if (Math.abs(zone) === 2 && before.slice(-2).some((point) => outBy(point) >= 2)) {
    return { side, rule: 'two-of-three' };
  }
  const run = before.slice(-(runLength - 1));
  if (run.length === runLength - 1 && run.every((point) => outBy(point) >= 1)) return { side, rule: 'run' };
  return null;
}

function zoneOf({ n, good }: DayShare, baseline: Baseline): ChartPoint['zone'] {
  const { centre, experience, spread } = baseline;
  if (isNormal(n, centre)) {
    const z = (good - n * centre) / Math.sqrt(n * centre * (1 - centre));
    if (z === 0) return 0;
    const far = Math.abs(z) >= 3 * spread ? 3 : Math.abs(z) >= 2 * spread ? 2 : 1;
    return (z < 0 ? -far : far) as ChartPoint['zone'];
  }
  const zoneFor = (chance: number) => {
    if (chance <= normalTail(3 * spread)) return 3;
    if (chance <= normalTail(2 * spread)) return 2;
    return chance <= 0.5 ? 1 : 0;
  };
  const below = zoneFor(chanceOfAtLeast(n - good, n, swapped(experience)));
  if (below > 0) return -below as ChartPoint['zone'];
  return zoneFor(chanceOfAtLeast(good, n, experience));
}

/** Limits are drawn halfway between the last value that signals and the first that does not, so that no point lies on one. */
function limitsFor(n: number, { centre, experience, spread }: Baseline): Pick<ChartPoint, 'lower' | 'upper'> {
  if (isNormal(n, centre)) {
    const reach = 3 * spread * Math.sqrt((centre * (1 - centre)) / n);
    return {
      lower: centre - reach > 0 ? centre - reach : null,
      upper: centre + reach < 1 ? centre + reach : null,
    };
  }
  const chance = normalTail(3 * spread);
  const fewestBad = firstBeyond(n, swapped(experience), chance);
  const fewestGood = firstBeyond(n, experience, chance);
  return {
    lower: fewestBad === null ? null : (n - fewestBad + 0.5) / n,
    upper: fewestGood === null ? null : (fewestGood - 0.5) / n,
  };
}

/** The least k with a chance of at least k that is no greater than `chance`; null where not even n is that rare. */
function firstBeyond(n: number, experience: Baseline['experience'], chance: number): number | null {
  if (chanceOfAtLeast(n, n, experience) > chance) return null;
  let low = 0;
  let high = n;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (chanceOfAtLeast(middle, n, experience) <= chance) high = middle;
    else low = middle;
  }
  return high;
}

function isNormal(n: number, centre: number): boolean {
  return n * Math.min(centre, 1 - centre) >= enoughForNormal;
}

function swapped({ yes, no }: Baseline['experience']): Baseline['experience'] {
  return { yes: no, no: yes };
}
