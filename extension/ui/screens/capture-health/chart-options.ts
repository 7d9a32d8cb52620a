import uPlot from 'uplot';
import type { ChartPoint } from '../../../../shared/yield/p-chart.ts';
import type { ReaderHealth } from '../../../../shared/yield/reader-health.ts';
import { percent, shortDate } from '../../state/yield-words.ts';
import { type Drawing, drawYield } from './draw-yield.ts';

/** `aim`: told of the point under the pointer, null where there is none. */
type Surroundings = {
  width: number;
  rightToLeft: boolean;
  /** The UTC day at which the chart ends: days without mails show too. */
  today: number;
  aim: (point: number | null) => void;
};

const height = 240;
/** The bars of how many mails there were take the lowest part of the chart. */
const barShare = 6;
const dayMarks = [1, 2, 7, 14, 28, 56];

export function chartPoints({ days }: ReaderHealth): ChartPoint[] {
  return days.flatMap(({ point }) => (point === null ? [] : [point]));
}

/** Shares by day, with the number of mails as bars at the foot; the rest is drawn by hand. */
export function chartOptions(
  drawing: Drawing,
  { width, rightToLeft, today, aim }: Surroundings,
): { options: uPlot.Options; data: uPlot.AlignedData } {
  const { points, colours } = drawing;
  const mails = points.map(({ n }) => n);
  const most = Math.max(1, ...mails);
  const last = Math.max(today, points.at(-1)?.day ?? 0);
  const first = Math.min(points[0]?.day ?? last, last - 13);
  const bars = uPlot.paths.bars?.({ size: [0.7, 14] });
  const font = '11px system-ui, sans-serif';
  const axis = {
    font,
    stroke: () => colours.faint,
    grid: { stroke: () => colours.line, width: 1 },
    ticks: { stroke: () => colours.line, width: 1 },
  };
  const options: uPlot.Options = {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: [first - 1, last + 1], dir: rightToLeft ? -1 : 1 },
      y: { range: [lowestShown(points), 1.02] },
      mails: { range: [0, most * barShare] },
    },
    axes: [
      {
        ...axis,
        size: 32,
        incrs: dayMarks,
        space: 64,
        values: (_chart, days) => days.map(shortDate),
      },
      {
        ...axis,
        side: rightToLeft ? 1 : 3,
        size: 52,
        incrs: [0.05, 0.1, 0.25, 0.5],
        values: (_chart, shares) => shares.map((share) => (share > 1 ? '' : percent(share))),
      },
    ],
    series: [
      {},
      { scale: 'y', stroke: () => colours.faint, width: 1, points: { show: false } },
      {
        scale: 'mails',
        fill: () => colours.line,
        width: 0,
        points: { show: false },
        ...(bars === undefined ? {} : { paths: bars }),
      },
    ],
    hooks: {
      draw: [(chart) => drawYield(chart, drawing)],
      setCursor: [({ cursor }) => aim(cursor.idx ?? null)],
    },
  };
  return { options, data: [points.map(({ day }) => day), points.map(({ share }) => share), mails] };
}

/**
 * The scale begins at a whole tenth below all shares, so that small falls are seen and great ones fit. Limits of small days may
 * leave it at the foot: they would flatten everything else.
 */
function lowestShown(points: readonly ChartPoint[]): number {
  const limits = points.flatMap(({ lower }) => lower ?? []).sort((a, b) => a - b);
  const usualLimit = limits[limits.length >> 1] ?? 1;
  const lowest = Math.min(usualLimit, ...points.map(({ share }) => share));
  return Math.max(0, Math.min(0.8, Math.floor(lowest * 10 - 0.5) / 10));
}
