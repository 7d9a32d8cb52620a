import { baselineFrom, type Judged } from './p-chart-baseline.ts';
import { chanceOfAtLeast, normalTail } from './tail-chances.ts';

/** So many days together show a drift. */
export const driftDays = 14;
/** In σ. Several days cannot stand out by chance as often as one, so the limit may be nearer than a day's own. */
const limit = 2.75;

/**
 * Whether the last days together, today's among them, lie so far below what was usual before them: a moving average (Roberts,
 * Control chart tests based on geometric moving averages, Technometrics 1, 1959; Montgomery, chapter 9.3) against a baseline that
 * has not yet learned what is averaged. Days that the other rules signalled are no part of it. Of 40 simulated
 * mails a day a share that sinks by .002 a day is told after 21 days in place of 30 (p-chart-simulated.test.ts).
 */
export function hasDrifted(today: Pick<Judged, 'n' | 'good'>, before: readonly Judged[]): boolean {
  const calm = before.filter(({ fell, drifted }) => !fell || drifted);
  const usual = baselineFrom(calm.slice(0, 1 - driftDays));
  if (usual === null || !usual.firm) return false;
  const recent = [...calm.slice(1 - driftDays), today];
  const n = recent.reduce((sum, day) => sum + day.n, 0);
  const bad = recent.reduce((sum, day) => sum + day.n - day.good, 0);
  const { yes, no } = usual.experience;
  return chanceOfAtLeast(bad, n, { yes: no, no: yes }) <= normalTail(limit * usual.spread);
}
