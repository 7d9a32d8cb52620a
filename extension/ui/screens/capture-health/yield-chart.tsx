import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { ReaderHealth } from '../../../../shared/yield/reader-health.ts';
import { say } from '../../state/say.ts';
import { pointWords } from '../../state/yield-words.ts';
import { chartColours, onThemeChange } from './chart-colours.ts';
import { chartOptions, chartPoints } from './chart-options.ts';

type Props = { health: ReaderHealth; today: number; label: string };

/** The p-chart on a canvas. Whoever cannot see it has the sentence above and the table below. */
export function YieldChart({ health, today, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [aim, setAim] = useState<number | null>(null);
  const points = chartPoints(health);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const drawing = { points, newVersions: health.newVersions, colours: chartColours(element) };
    const width = () => Math.max(200, element.clientWidth);
    const options = chartOptions(drawing, {
      width: width(),
      rightToLeft: getComputedStyle(element).direction === 'rtl',
      today,
      aim: setAim,
    });
    const chart = new uPlot(options.options, options.data, element);
    const sized = new ResizeObserver(() => chart.setSize({ width: width(), height: chart.height }));
    sized.observe(element);
    const endTheme = onThemeChange(() => {
      Object.assign(drawing.colours, chartColours(element));
      chart.redraw();
    });
    return () => {
      sized.disconnect();
      endTheme();
      chart.destroy();
    };
  }, [health, today]);
  const aimed = aim === null ? undefined : points[aim];
  return (
    <div class="yield-chart">
      <div class="yield-canvas" ref={host} role="img" aria-label={say('capture.chart', label)} />
      <p class="faint yield-aim" aria-hidden="true">
        {aimed === undefined ? say('capture.aim') : pointWords(aimed)}
      </p>
    </div>
  );
}
