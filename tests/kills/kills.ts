import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../tools/project.ts';
import { readOptions } from '../tools/read-options.ts';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { runControl } from './control.ts';
import { controlLines, isWhole, killsTable, progressLine } from './print-kills.ts';
import { planBlocks, runKills, type Wanted } from './run-kills.ts';

const usage =
  'npm run kills -- [--browsers 500] [--workers 200] [--service-workers 500] [--seed 1] [--control] [--anew]';
// Node runs no TypeScript from below node_modules, and each run keeps the sources of its worker.
const folder = join(PROJECT, '.holdfast/kills');
const results = join(PROJECT, 'tests/bench/results');

const { values } = readOptions(
  {
    options: {
      browsers: { type: 'string', default: '500' },
      workers: { type: 'string', default: '200' },
      'service-workers': { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      control: { type: 'boolean', default: false },
      // an unfinished run is gone on with otherwise, with the build that it began with
      anew: { type: 'boolean', default: false },
    },
  },
  usage,
);
const wanted: Wanted = {
  browsers: Number(values.browsers),
  workers: Number(values.workers),
  serviceWorkers: Number(values['service-workers']),
  seed: Number(values.seed),
};
if (!Object.values(wanted).every((count) => Number.isInteger(count) && count >= 0)) {
  console.error(usage);
  process.exit(2);
}

const signal = stopWithParent();
try {
  process.exit(values.control ? await control() : await kills());
} catch (error) {
  if (!signal.aborted) throw error;
  console.error(
    `stopped; the same command goes on with what is whole (${planBlocks(wanted).length} blocks in all)`,
  );
  process.exit(130);
}

async function kills(): Promise<number> {
  if (values.anew) rmSync(join(folder, 'run'), { recursive: true, force: true });
  const progress = await runKills({
    folder: join(folder, 'run'),
    wanted,
    signal,
    told: (now, planned) => console.error(progressLine(now, planned)),
  });
  const lines = killsTable(progress);
  for (const line of lines) console.log(line);
  keep('kills.txt', lines);
  return isWhole(progress.blocks) ? 0 : 1;
}

async function control(): Promise<number> {
  const found = await runControl(join(folder, 'control'), wanted.seed, signal, (line) => console.error(line));
  const lines = controlLines(found);
  for (const line of lines) console.log(line);
  keep('kills-control.txt', lines);
  return found.every((one) => one.found !== null) ? 0 : 1;
}

/** The last results, unless those that lie there are of a longer run: a first line with more kills. */
function keep(name: string, lines: readonly string[]): void {
  const path = join(results, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const browsers = (text: string) => Number(/(\d+) browsers/.exec(text.split('\n')[0] ?? '')?.[1] ?? 0);
  if (browsers(before) > browsers(lines[0] ?? '')) {
    console.error(`${name} keeps a longer run`);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
}
