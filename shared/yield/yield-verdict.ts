import { driftDays } from './drift.ts';
import { type ChartPoint, runLength, type Signal } from './p-chart.ts';

type Sum = { n: number; good: number };

/** What a chart comes to, as one sentence can say it. `usual`: p̄, 0…1. `since`: the day of the first point that stands out. */
export type Verdict =
  /** No case yet. */
  | { kind: 'nothing' }
  /** Too few to say what is usual. */
  | ({ kind: 'learning'; days: number } & Sum)
  | ({ kind: 'usual'; day: number; usual: number } & Sum)
  /** A fall that no later day has ended; the sums are of the days since. */
  | ({ kind: 'fell'; since: number; usual: number } & Sum)
  | ({ kind: 'rose'; since: number; usual: number } & Sum)
  /** As ever, and ever fewer than half: it never went well. */
  | ({ kind: 'poor'; day: number; usual: number } & Sum);

const poorBelow = 0.5;

/** Says how it stands on the last day of the chart. */
export function verdictOf(points: readonly ChartPoint[]): Verdict {
  const latest = points.at(-1);
  if (latest === undefined) return { kind: 'nothing' };
  const { centre, day, n, good } = latest;
  if (centre === null) return { kind: 'learning', days: points.length, ...sumOf(points) };
  const fall = fallIn(points);
  if (fall !== null) return fall;
  if (centre < poorBelow) return { kind: 'poor', day, n, good, usual: centre };
  if (latest.signal?.side === 'rose') return stretch(points, points.length - 1, 'rose');
  return { kind: 'usual', day, n, good, usual: centre };
}

/** The fall that goes on at the end of the chart. A day too small to show one neither ends nor makes it. */
export function fallIn(points: readonly ChartPoint[]): Extract<Verdict, { kind: 'fell' }> | null {
  const at = points.findLastIndex(({ signal }) => signal?.side === 'fell');
  if (at === -1 || points.slice(at + 1).some(canFall)) return null;
  return stretch(points, at, 'fell');
}

function canFall({ lower }: ChartPoint): boolean {
  return lower !== null;
}

function stretch<K extends 'fell' | 'rose'>(points: readonly ChartPoint[], at: number, side: K) {
  let first = at;
  for (let i = at - 1; i >= 0; i -= 1) {
    const point = points[i] as ChartPoint;
    if (point.signal?.side === side) first = i;
    else if (canFall(point)) break;
  }
  const begun = points[first] as ChartPoint;
  const since = points.slice(Math.max(0, first + 1 - daysOf(begun.signal)));
  return { kind: side, since: since[0]?.day ?? begun.day, usual: begun.centre ?? 0, ...sumOf(since) };
}

/** How many days it took to stand out. */
function daysOf(signal: Signal | null): number {
  return signal?.rule === 'run' ? runLength : signal?.rule === 'drift' ? driftDays : 1;
}

function sumOf(points: readonly Sum[]): Sum {
  return points.reduce((sum, { n, good }) => ({ n: sum.n + n, good: sum.good + good }), { n: 0, good: 0 });
}
