import type { Planned } from '../harness/figure.ts';

const figure = (name: string, unit: string, aim: string): Planned => ({ name, unit, aim });

/** Many devices on one workspace, and a workspace with a million records. The names stay the same. */
export const figures = {
  rate: figure('200 devices, 5,000 records/s: records taken per second', '/s', '>= 4950'),
  p50: figure('200 devices, 5,000 records/s: a push, p50', 'ms', '<= 200'),
  p99: figure('200 devices, 5,000 records/s: a push, p99', 'ms', '<= 400'),
  lost: figure('200 devices, 5,000 records/s: records acknowledged and not in the pool', '', '= 0'),
  refused: figure('200 devices, 5,000 records/s: pushes refused', '', '= 0'),
  rss: figure("200 devices, 5,000 records/s: the worker's process at its highest", 'MB', '<= 1024'),
  heapSmall: figure("the object's heap at 100,000 records", 'MB', '< 64'),
  heapLarge: figure("the object's heap at 1,000,000 records", 'MB', '< 64'),
  push: figure('a push at 1,000,000 records, times that at 10,000', '×', '<= 1.5'),
  lookup: figure('a lookup by e-mail at 1,000,000 records, times that at 10,000', '×', '<= 1.5'),
  pull: figure('a pull of one change at 1,000,000 records, times that at 10,000', '×', '<= 1.5'),
};

export const plan: readonly Planned[] = Object.values(figures);
