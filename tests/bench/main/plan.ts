import type { Planned } from '../harness/figure.ts';

const figure = (name: string, unit: string, aim: string): Planned => ({ name, unit, aim });

/** Every figure of the main job, in the order in which they are printed. The names stay the same. */
export const figures = {
  clickMedian: figure('opening a mail (the click) to durable, median', 'ms', '<= 50'),
  clickP95: figure('opening a mail (the click) to durable, p95', 'ms', '<= 150'),
  visibleMedian: figure('durable to visible to a colleague, median', 'ms', '<= 150'),
  visibleP95: figure('durable to visible to a colleague, p95', 'ms', '<= 500'),
  mainThreadMedian: figure('main thread per message, median', 'ms', '<= 5'),
  mainThreadP95: figure('main thread per message, p95', 'ms', '<= 15'),
  /** A page loads one of them. */
  largestScript: figure('content script, the largest of those of which a page loads one, gzip', 'kB', '< 25'),
  stopsLost: figure('service worker stops: acknowledged captures lost', '', '= 0'),
  stopsTorn: figure('service worker stops: records torn or doubled', '', '= 0'),
  killsLost: figure('browser kills: acknowledged captures lost', '', '= 0'),
  killsTorn: figure('browser kills: records torn or doubled', '', '= 0'),
  planted: figure('planted faults that the kill harness finds', '', '= 2'),
  tenancy: figure('cross-tenant cases refused, share', '', '= 1'),
  story: figure('acts of the story that pass, share', '', '= 1'),
  check: figure('npm run check passes', '', '= 1'),
  firefox: figure('Firefox build is made', '', '= 1'),
} as const;
