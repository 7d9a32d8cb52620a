import { join } from 'node:path';
import { bundleWorker } from '../../../worker/local/bundle.ts';
import { PROJECT } from '../../tools/project.ts';
import type { Bench, BenchRun } from '../harness/bench.ts';
import { servePages } from './machine/serve-pages.ts';
import { type Collected, collectRuns } from './measure/collect-runs.ts';
import { keptRuns } from './measure/kept-runs.ts';
import { oneRun } from './measure/one-run.ts';
import { reportSize } from './measure/report-sizes.ts';
import { reportWhole } from './measure/report-whole.ts';
import { measureSpecials } from './measure/specials.ts';
import { plan, type Size, sizes } from './plan.ts';
import { writeResults } from './report/write-results.ts';
import { floor } from './subjects/floor.ts';
import { holdfast } from './subjects/holdfast.ts';
import { ensurePeers, peers } from './subjects/peers.ts';

/** Holdfast, the floor and the peers, in the same run, in real Chromium, on disk at both ends. */
export const bench: Bench = { plan, run };

/** A peer that takes longer for a push or a pull is reported as such. */
const patienceMs = 300_000;

/** What a run that is stopped leaves for the next. */
const folder = join(PROJECT, '.holdfast/bench-sync');

async function run(run: BenchRun): Promise<void> {
  const missing = run.quick
    ? 'takes minutes: run it without --quick'
    : await ensurePeers(run.signal, run.log);
  const subjects = missing === null ? [holdfast, floor, ...peers] : [holdfast, floor];
  const pages = await servePages(new Map([...subjects, holdfast].map(({ name, page }) => [name, page])));
  const kept = run.quick ? null : keptRuns(folder, [await pages.script(holdfast.name), await bundleWorker()]);
  const collected = new Map<Size, Map<string, Collected>>();
  try {
    for (const size of sizes) {
      if (run.quick && size > 10_000) {
        reportSize(run, size, new Map(), missing);
        continue;
      }
      const changes = run.quick ? 15 : 40;
      const rounds = run.quick ? 1 : 5;
      const collection = await collectRuns(
        { once: oneRun, pages, subjects, size, rounds, counted: !run.quick, changes, patienceMs, kept },
        run,
      );
      collected.set(size, collection);
      reportSize(run, size, collection, missing);
    }
    reportWhole(run, collected);
    await measureSpecials(run, pages);
  } finally {
    await pages.close();
  }
  if (run.quick || run.signal.aborted) return;
  writeResults(collected);
  await kept?.drop();
}
