import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '../tools/fingerprint.ts';
import { PROJECT } from '../tools/project.ts';
import { readOptions } from '../tools/read-options.ts';
import { stopWithParent } from '../tools/stop-with-parent.ts';
import { keptTasks } from './kept-tasks.ts';
import { runMutants, runsForEach } from './mutants/run-mutants.ts';
import { runTasks } from './run-tasks.ts';
import { saveResults } from './save-results.ts';
import { toldFailure, toldMutants } from './tell.ts';

const usage =
  'npm run sim -- [--runs N] [--seed S] [--tier engine|dexie] [--workers N] [--mutant NAME] [--save] | --mutants [NAME…] [--runs N] [--seed S] [--save]';

const { values, positionals } = readOptions(
  {
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      tier: { type: 'string', default: 'engine' },
      workers: { type: 'string', default: String(Math.min(8, availableParallelism())) },
      mutants: { type: 'boolean', default: false },
      mutant: { type: 'string', default: '' },
      save: { type: 'boolean', default: false },
    },
  },
  usage,
);
const { tier, mutant } = values;
const seed = Number(values.seed);
const workers = Number(values.workers);
const runs = Number(values.runs ?? (values.mutants ? runsForEach : 1_000));
const counts = [seed, workers, runs].every((n) => Number.isInteger(n) && n >= 1);
if (!counts || (tier !== 'engine' && tier !== 'dexie')) {
  console.error(usage);
  process.exit(2);
}

const signal = stopWithParent();
const begun = performance.now();
const seconds = () => (performance.now() - begun) / 1000;

if (values.mutants) {
  const results = await runMutants({
    seed,
    workers,
    runs,
    only: positionals,
    signal,
    found: ({ name, foundAt }) =>
      console.error(`${name}: ${foundAt === null ? 'not found' : `run ${foundAt}`}`),
  });
  const table = toldMutants(results, runs, seed);
  console.log(table);
  if (values.save) saveResults('planted faults', table);
  process.exit(results.some(({ foundAt, broken }) => foundAt === null || broken !== null) ? 1 : 0);
}

// What is to be kept may take longer than one sits.
const programs = values.save ? fingerprint(PROJECT, ['shared', 'extension', 'worker/src', 'tests/sim']) : '';
const file = join(PROJECT, `.holdfast/sim/${tier}-${seed}-${runs}.jsonl`);
let told = 0;
const outcome = await runTasks({
  tier,
  seed,
  runs,
  workers,
  mutant,
  stopAtFailure: false,
  signal,
  progress: (done) => {
    if (seconds() - told < 10) return;
    told = seconds();
    console.error(`${done} of ${runs} runs`);
  },
  failed: (failure) => console.error(toldFailure(failure, tier, mutant)),
  ...(values.save && mutant === '' ? { kept: keptTasks(file, programs) } : {}),
});
if (outcome.broken !== null) console.log(outcome.broken);
for (const failure of outcome.failures.slice(0, 5)) console.log(toldFailure(failure, tier, mutant));
const byCheck = Object.entries(Object.groupBy(outcome.failures, ({ check }) => check));
for (const [check, found = []] of byCheck)
  console.log(`${check}: ${found.length}, seeds ${found.slice(0, 10).map((one) => one.seed)}`);
const summary =
  `${outcome.runs} runs (tier ${tier}, seeds ${seed} to ${seed + runs - 1}), ${outcome.events} events, ${outcome.failures.length} failed, ` +
  `${outcome.seconds.toFixed(1)} s, ${(outcome.runs / outcome.seconds).toFixed(0)}/s with ${workers} processes, ${(outcome.cpuMs / Math.max(1, outcome.runs)).toFixed(1)} ms of CPU a run, trace ${outcome.trace >>> 0}`;
console.log(summary);
// What was stopped is no result of so many runs: it goes on from there.
if (values.save && outcome.runs === runs)
  saveResults(
    `tier ${tier}, ${runs} runs`,
    [...outcome.failures.map((one) => toldFailure(one, tier, mutant)), summary].join('\n'),
  );
process.exit(outcome.failures.length > 0 || outcome.broken !== null || outcome.runs < runs ? 1 : 0);
