import type { Experience } from './tail-chances.ts';

/** `drifted`: it fell only with the days before it (drift.ts). */
export type Judged = { n: number; good: number; fell: boolean; drifted: boolean };

export type Baseline = {
  /** p̄, between 0 and 1 and neither of them. */
  centre: number;
  experience: Experience;
  /** How much wider than by chance alone the days lie: 1 or more. */
  spread: number;
  firm: boolean;
};

/** So many days make a baseline; from fewer than the second number, or fewer cases than the third, nothing is concluded. */
const daysForBaseline = 20;
const fewestDays = 5;
const fewestCases = 40;

/** After so many days with cases a day counts half: usual follows what slowly changes. */
const halfLife = 30;
/** However restless the days, one with so much less than usual must show. */
const mostLost = 1 / 3;
/** As many falls one after the other are a break, and no restless day. */
const lastingFall = 3;

/**
 * What is usual, from the days before, the later ones weighing more (exponentially, as in an EWMA chart; Montgomery, chapter 9).
 * Days that signalled a fall are left out, so that a break never becomes usual; a rise is learned. Null: too little is known.
 */
export function baselineFrom(before: readonly Judged[]): Baseline | null {
  const counted = before.filter(({ fell }) => !fell);
  const cases = counted.reduce((sum, { n }) => sum + n, 0);
  if (counted.length < fewestDays || cases < fewestCases) return null;
  let yes = 0;
  let no = 0;
  const fading = 2 ** (-1 / halfLife);
  for (const { n, good } of counted) {
    yes = yes * fading + good;
    no = no * fading + (n - good);
  }
  const centre = (yes + 0.5) / (yes + no + 1);
  const firm = counted.length >= daysForBaseline;
  return { centre, experience: { yes, no }, spread: spreadOf(withoutBreaks(before), centre), firm };
}

/**
 * How many times wider than by binomial chance the days lie, from the differences between neighbours (σ_z of Laney, Improved
 * control charts for attributes, Quality Engineering 14, 2002; here by the median moving range over 0.954, which one odd day
 * does not move). At least 1, since days cannot differ less than by chance, and bounded above for days of the usual n.
 */
function spreadOf(days: readonly Judged[], centre: number): number {
  const recent = days.slice(-2 * halfLife);
  const z = recent.map(({ n, good }) => (good - n * centre) / Math.sqrt(n * centre * (1 - centre)));
  const ranges = z.slice(1).map((one, i) => Math.abs(one - (z[i] as number)));
  const median = ranges.toSorted((a, b) => a - b)[ranges.length >> 1] ?? 0;
  const usualN = recent.reduce((sum, { n }) => sum + n, 0) / recent.length;
  const widest = (mostLost * centre) / (3 * Math.sqrt((centre * (1 - centre)) / usualN));
  return Math.max(1, Math.min(widest, median / 0.954));
}

/** Left-out low days would make the rest look calmer than it is, so only those of a lasting fall are. */
function withoutBreaks(days: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  let falling: Judged[] = [];
  for (const day of days) {
    if (day.fell) falling.push(day);
    else {
      if (falling.length < lastingFall) kept.push(...falling);
      falling = [];
      kept.push(day);
    }
  }
  return kept;
}
