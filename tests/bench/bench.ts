import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '../tools/read-options.ts';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { type Bench, collectFigures } from './harness/bench.ts';
import { figureJson, figureTable } from './harness/print-figures.ts';

// A quick run ends within 50 s with everything that npm and Node need around it.
const QUICK = { workMs: 36_000, graceMs: 4_000 };

const here = import.meta.dirname;
const names = readdirSync(here).filter((name) => existsSync(join(here, name, 'run.ts')));
const usage = `npm run bench -- NAME [FOLDER] [--json] [--quick], where NAME is one of: ${names.join(', ')}`;
const { values, positionals } = readOptions(
  {
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
  },
  usage,
);
const [name, folder] = positionals;
if (name === undefined || !names.includes(name)) {
  console.error(usage);
  process.exit(2);
}

const { bench }: { bench: Bench } = await import(join(here, name, 'run.ts'));
const stop = stopWithParent();
const { quick } = values;
const log = (line: string) => console.error(line);
const figures = await collectFigures(bench, quick ? QUICK : null, { quick, folder, log, signal: stop });
const table = figureTable(figures);
console.log(values.json ? figures.map(figureJson).join('\n') : table);
const complete = figures.every(({ value }) => value !== null);
if (!quick && !stop.aborted) {
  const results = join(here, 'results');
  const at = new Date().toISOString();
  const cores = availableParallelism();
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, `${name}.json`),
    `${JSON.stringify({ bench: name, at, cores, figures }, null, 2)}\n`,
  );
  writeFileSync(join(results, `${name}.txt`), `${name}, ${at}, ${cores} cores\n\n${table}\n`);
}
// what the benchmark started dies with this process, even where it did not heed the signal
process.exit(quick || complete ? 0 : 1);
