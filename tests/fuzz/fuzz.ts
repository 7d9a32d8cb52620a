import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { PROJECT } from '../tools/project.ts';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { CHUNK, fuzzPages } from './pages/fuzz-pages.ts';
import type { Fault } from './pages/page-script.ts';
import { readSeeds } from './pages/read-seeds.ts';

const usage =
  'npm run fuzz -- pages [--count N] [--seed S] [FOLDER]: FOLDER holds JSON lines with pages (url, html)';
const state = join(PROJECT, 'node_modules/.cache/holdfast/fuzz-pages.json');
const results = join(PROJECT, 'tests/bench/results/fuzz-pages.txt');
const saved = v.object({ plan: v.string(), done: v.array(v.number()), faults: v.array(v.string()) });

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [what, folder] = positionals;
const count = Number(values.count);
const seed = Number(values.seed);
if (what !== 'pages' || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error(usage);
  process.exit(2);
}

const signal = stopWithParent();
const seeds = readSeeds(folder);
const chunks = Math.ceil(count / CHUNK);
const plan = createHash('sha256')
  .update(JSON.stringify([seeds, seed, count]))
  .digest('hex');
const before = readState();
const done = new Set(before.done);
const faults = [...before.faults];
const begun = performance.now();
const beganWith = done.size;
if (beganWith > 0) console.log(`going on after ${beganWith * CHUNK} pages`);

await fuzzPages({
  seeds,
  seed,
  chunks: Array.from({ length: chunks }, (_, i) => i).filter((chunk) => !done.has(chunk)),
  tabs: 2,
  done: (chunk, found) => {
    done.add(chunk);
    faults.push(...found.map(told));
    if (done.size % 20 !== 0 && done.size !== chunks) return;
    writeFile(state, JSON.stringify({ plan, done: [...done], faults }));
    const perSecond = ((done.size - beganWith) * CHUNK * 1000) / (performance.now() - begun);
    console.error(`${done.size * CHUNK} pages, ${faults.length} faults, ${perSecond.toFixed(0)} pages/s`);
  },
  signal,
});
const line = `${done.size * CHUNK} pages, ${faults.length} faults`;
if (done.size === chunks) {
  writeFile(
    results,
    `${line}\nseed ${seed}; made from ${seeds.length} pages\n${faults.map((one) => `\n${one}\n`).join('')}`,
  );
  writeFile(state, JSON.stringify({ plan: '', done: [], faults: [] }));
}
for (const one of faults.slice(0, 20)) console.log(one);
console.log(line);
process.exit(faults.length > 0 || done.size < chunks ? 1 : 0);

function told({ number, why, html }: Fault): string {
  return `page ${number}: ${why}\n  ${JSON.stringify(html.slice(0, 400))}`;
}

/** What an earlier run with the very same pages has gone through. */
function readState(): { done: number[]; faults: string[] } {
  try {
    const held = v.parse(saved, JSON.parse(readFileSync(state, 'utf8')));
    return held.plan === plan ? held : { done: [], faults: [] };
  } catch {
    return { done: [], faults: [] };
  }
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
