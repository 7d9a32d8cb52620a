import type uPlot from 'uplot';
import type { ChartPoint } from '../../../../shared/yield/p-chart.ts';
import type { ReaderHealth } from '../../../../shared/yield/reader-health.ts';
import type { ChartColours } from './chart-colours.ts';

export type Drawing = {
  points: readonly ChartPoint[];
  newVersions: ReaderHealth['newVersions'];
  colours: ChartColours;
};

/** Half a day to either side: a limit holds for its own day. */
const half = 0.5;

/** What uPlot has no series for: centre and limits in steps of a day, marks of signals, and lines where a version came. */
export function drawYield(chart: uPlot, drawing: Drawing): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  drawVersions(chart, drawing);
  const { points, colours } = drawing;
  drawSteps(chart, points, ({ centre }) => centre, { stroke: colours.accent, dash: [] });
  drawSteps(chart, points, ({ lower }) => lower, { stroke: colours.edge, dash: [5, 3] });
  drawSteps(chart, points, ({ upper }) => upper, { stroke: colours.edge, dash: [5, 3] });
  for (const point of points) drawPoint(chart, point, drawing);
  ctx.restore();
}

type Line = { stroke: string; dash: number[] };

function drawSteps(
  chart: uPlot,
  points: readonly ChartPoint[],
  heightOf: (point: ChartPoint) => number | null,
  { stroke, dash }: Line,
): void {
  const { ctx } = chart;
  const ratio = devicePixelRatio;
  const x = (day: number) => chart.valToPos(day, 'x', true);
  const y = (value: number) => chart.valToPos(value, 'y', true);
  ctx.beginPath();
  ctx.strokeStyle = stroke;
  ctx.lineWidth = 1.25 * ratio;
  ctx.setLineDash(dash.map((length) => length * ratio));
  let before: ChartPoint | null = null;
  for (const point of points) {
    const value = heightOf(point);
    if (value !== null) {
      // Days without mails have no limits of their own: the line goes on to where the next ones begin.
      const joined: boolean = before !== null && heightOf(before) !== null;
      if (joined) ctx.lineTo(x(point.day - half), y(heightOf(before as ChartPoint) as number));
      ctx[joined ? 'lineTo' : 'moveTo'](x(point.day - half), y(value));
      ctx.lineTo(x(point.day + half), y(value));
    }
    before = point;
  }
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A dot for an ordinary day; a larger triangle that points to where the share went for one that stands out. */
function drawPoint(chart: uPlot, { day, share, signal }: ChartPoint, { colours }: Drawing): void {
  const { ctx } = chart;
  const ratio = devicePixelRatio;
  const x = chart.valToPos(day, 'x', true);
  const y = chart.valToPos(share, 'y', true);
  ctx.beginPath();
  if (signal === null) {
    ctx.arc(x, y, 2.5 * ratio, 0, 2 * Math.PI);
    ctx.fillStyle = colours.text;
    ctx.fill();
    return;
  }
  const size = 6 * ratio;
  const tip = signal.side === 'fell' ? size : -size;
  ctx.moveTo(x - size, y - tip * 0.6);
  ctx.lineTo(x + size, y - tip * 0.6);
  ctx.lineTo(x, y + tip);
  ctx.closePath();
  ctx.fillStyle = signal.side === 'fell' ? colours.bad : colours.good;
  ctx.strokeStyle = colours.surface;
  ctx.lineWidth = ratio;
  ctx.fill();
  ctx.stroke();
}

function drawVersions(chart: uPlot, { newVersions, colours }: Drawing): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.strokeStyle = colours.warn;
  ctx.fillStyle = colours.warn;
  ctx.lineWidth = ratio;
  ctx.font = `${11 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'start';
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  for (const { day, version } of newVersions) {
    const x = chart.valToPos(day - half, 'x', true);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(`v${version}`, x + 4 * ratio, bbox.top + bbox.height - 4 * ratio);
  }
  ctx.setLineDash([]);
}
