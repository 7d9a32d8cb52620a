import { CHUNK, fuzzPages } from '../../fuzz/pages/fuzz-pages.ts';
import { readSeeds } from '../../fuzz/pages/read-seeds.ts';
import { findCorpora } from '../../lab/corpora-folder.ts';
import type { BenchRun } from '../harness/bench.ts';
import type { Planned } from '../harness/figure.ts';

const pages = { full: 100_000, quick: 200 };
const seed = 1;

export const fuzz = {
  pages: { name: 'pages.fuzz.pages', unit: 'pages', aim: '>= 100000' },
  faults: { name: 'pages.fuzz.faults', unit: '', aim: '= 0' },
} as const satisfies Record<string, Planned>;

/** Mutated pages through the readers; the same pages as `npm run fuzz -- pages` makes of the same folder. */
export async function measureFuzz(run: BenchRun): Promise<void> {
  const count = run.quick ? pages.quick : pages.full;
  const seeds = readSeeds(findCorpora(run.folder) ?? undefined);
  let done = 0;
  let faults = 0;
  await fuzzPages({
    seeds,
    seed,
    chunks: Array.from({ length: count / CHUNK }, (_, chunk) => chunk),
    tabs: 2,
    done: (_chunk, found) => {
      done += CHUNK;
      faults += found.length;
      for (const { number, why } of found) run.log(`page ${number}: ${why}`);
      if (done % 10_000 === 0) run.log(`${done} mutated pages, ${faults} faults`);
    },
    signal: run.signal,
  });
  if (run.quick) run.cannot(fuzz.pages.name, 'a full run takes 100,000: run it without --quick');
  else run.report(fuzz.pages.name, done, done);
  run.report(fuzz.faults.name, faults, done);
}
