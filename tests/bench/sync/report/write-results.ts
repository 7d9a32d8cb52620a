import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../../tools/project.ts';
import { barChart } from './bar-chart.ts';
import { type AllRuns, charts, sideBySide } from './side-by-side.ts';

const results = join(import.meta.dirname, '../../results');
const [begin, end] = ['<!-- bench sync: begin -->', '<!-- bench sync: end -->'];

/** Keeps every run, the tables and the charts, and puts the tables between their marks in the README. */
export function writeResults(all: AllRuns): void {
  mkdirSync(results, { recursive: true });
  const runs = [...all].map(([size, collection]) => ({ size, engines: Object.fromEntries(collection) }));
  writeFileSync(join(results, 'sync-runs.json'), `${JSON.stringify(runs)}\n`);
  const table = sideBySide(all);
  writeFileSync(join(results, 'sync-side-by-side.md'), `${table}\n`);
  for (const [name, chart] of Object.entries(charts(all))) {
    writeFileSync(join(results, `${name}.svg`), barChart(chart));
  }
  const readme = join(PROJECT, 'README.md');
  const text = readFileSync(readme, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to === -1) return;
  writeFileSync(readme, `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`);
}
