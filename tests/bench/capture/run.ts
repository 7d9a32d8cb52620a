import { findCorpora, readSet } from '../../lab/corpora-folder.ts';
import { scoreSets } from '../../lab/score-sets.ts';
import type { Bench, BenchRun } from '../harness/bench.ts';
import type { Planned } from '../harness/figure.ts';
import { median, p95 } from '../harness/statistics.ts';
import { measureHugePages } from './huge-pages.ts';
import { fuzz, measureFuzz } from './measure-fuzz.ts';
import { hostile, measureHostile } from './measure-hostile.ts';
import { measureSets } from './measure-sets.ts';
import { measureSize, size } from './measure-size.ts';
import { measurePageCost } from './page-cost.ts';

const figure = (name: string, unit: string, aim: string): Planned => ({ name, unit, aim });
const cost = {
  median: figure('pages.cost.main-thread.median', 'ms', '<= 4'),
  p95: figure('pages.cost.main-thread.p95', 'ms', '<= 20'),
  max: figure('pages.cost.main-thread.max', 'ms', '<= 50'),
  longTasks: figure('pages.cost.share-with-a-task-over-50-ms', '', '= 0'),
};
const huge = {
  saidSo: figure('pages.huge.said-as-partly-read', '', '= 4'),
  slowest: figure('pages.huge.slowest', 'ms', '<= 1000'),
};

const sets = await scoreSets();
const setFigures = [...sets.values()].flatMap(({ plan }) =>
  plan.flatMap(({ name, aim }) => (aim === null ? [] : [figure(name, '', aim)])),
);

export const bench: Bench = {
  plan: [
    ...setFigures,
    ...Object.values(size),
    ...Object.values(cost),
    ...Object.values(huge),
    ...Object.values(hostile),
    ...Object.values(fuzz),
  ],
  run,
};

async function run(run: BenchRun): Promise<void> {
  await measureCost(run);
  await measureSize(run);
  await measureHostile(run);
  await measureFuzz(run);
  await measureSets(run, sets);
  if (run.quick) {
    for (const { name } of Object.values(huge)) run.cannot(name, 'takes minutes: run it without --quick');
    return;
  }
  const pages = await measureHugePages(run.signal);
  for (const { name, ms, longestTask, what } of pages)
    run.log(`${name}: ${what}; ${ms.toFixed(0)} ms, longest task ${longestTask.toFixed(0)} ms`);
  run.report(huge.saidSo.name, pages.filter(({ saidSo }) => saidSo).length, pages.length);
  run.report(huge.slowest.name, Math.max(...pages.map(({ ms }) => ms)), pages.length);
}

/** Alone on the machine, ahead of all that keeps both cores busy. */
async function measureCost(run: BenchRun): Promise<void> {
  const folder = findCorpora(run.folder);
  const rows = folder === null ? null : readSet(folder, 'contact-pages.jsonl');
  if (rows === null) {
    const why = 'give the folder of the labelled sets: npm run bench -- capture FOLDER';
    for (const { name } of Object.values(cost)) run.cannot(name, why);
    return;
  }
  const taken = run.quick ? rows.filter((_row, at) => at % 20 === 0) : rows;
  run.log(`cost of ${taken.length} of ${rows.length} pages`);
  const { perPage, longestTask } = await measurePageCost(taken, run.signal);
  run.report(cost.median.name, median(perPage), perPage.length);
  run.report(cost.p95.name, p95(perPage), perPage.length);
  run.report(cost.max.name, Math.max(...perPage), perPage.length);
  run.report(
    cost.longTasks.name,
    longestTask.filter((ms) => ms > 50).length / perPage.length,
    perPage.length,
  );
}
