import { type DayShare, pChart } from '../../../shared/yield/p-chart.ts';
import { seededRandom } from '../../bench/main/seeded-random.ts';

/** A made-up adapter: mails a day, the share understood, and how much that share itself wanders (a range, 0: not at all). */
export type Simulated = { mails: number; share: number; wander?: number };

const learning = 40;
const watched = 100;

function binomial(random: () => number, n: number, p: number): number {
  let good = 0;
  for (let i = 0; i < n; i += 1) if (random() < p) good += 1;
  return good;
}

function dayOf(random: () => number, day: number, { mails, share, wander = 0 }: Simulated): DayShare {
  const p = Math.min(1, Math.max(0, share + (random() - 0.5) * wander));
  return { day, n: mails, good: binomial(random, mails, p) };
}

/** False falls on a chart where nothing ever changes, for each watched day: a fall that lasts counts once. */
export function falseAlarms(of: Simulated, runs: number, seed: number): number {
  const random = seededRandom(seed);
  let alarms = 0;
  for (let run = 0; run < runs; run += 1) {
    const days = Array.from({ length: learning + watched }, (_, day) => dayOf(random, day, of));
    const fell = pChart(days).map(({ day, signal }) => day >= learning && signal?.side === 'fell');
    alarms += fell.filter((one, i) => one && fell[i - 1] !== true).length;
  }
  return alarms / (runs * watched);
}

export type Delay = { mean: number; p95: number; missed: number };

/** Days until a break is signalled (1: on its first day), within 20. `missed`: the share of runs in which it was not. */
export function detectionDelay(before: Simulated, after: Simulated, runs: number, seed: number): Delay {
  return delayOf((day) => (day < learning ? before : after), 20, runs, seed);
}

/** The same for a share that sinks by `perDay` a day, within 80 days. */
export function driftDelay(before: Simulated, perDay: number, runs: number, seed: number): Delay {
  const sunk = (day: number) => Math.max(0, day - learning + 1) * perDay;
  return delayOf((day) => ({ ...before, share: before.share - sunk(day) }), 80, runs, seed);
}

function delayOf(on: (day: number) => Simulated, within: number, runs: number, seed: number): Delay {
  const random = seededRandom(seed);
  const delays: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const days = Array.from({ length: learning + within }, (_, day) => dayOf(random, day, on(day)));
    const found = pChart(days).find(({ day, signal }) => day >= learning && signal?.side === 'fell');
    if (found !== undefined) delays.push(found.day - learning + 1);
  }
  delays.sort((a, b) => a - b);
  const mean = delays.reduce((sum, one) => sum + one, 0) / delays.length;
  const p95 = delays[Math.ceil(delays.length * 0.95) - 1] ?? Number.NaN;
  return { mean, p95, missed: 1 - delays.length / runs };
}
