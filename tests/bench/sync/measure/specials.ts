import type { BenchRun } from '../../harness/bench.ts';
import { median } from '../../harness/statistics.ts';
import type { Pages } from '../machine/serve-pages.ts';
import { figures } from '../plan.ts';
import { countBilledRows } from './billed-rows.ts';
import { measureFirstLookups } from './first-lookups.ts';
import { measureLogGrowth } from './log-growth.ts';
import { measureHeap } from './object-heap.ts';
import { measureOffline } from './offline-for-a-month.ts';

type Asked = Pick<BenchRun, 'quick' | 'report' | 'cannot' | 'log' | 'signal'>;
type Named = { name: string };

/** What is measured of Holdfast alone. */
export async function measureSpecials(run: Asked, pages: Pages): Promise<void> {
  await attempt(run, [figures.billedImport, figures.billedChange], async () => {
    const { perImported, perChange, imported, changes } = await countBilledRows();
    run.report(figures.billedImport.name, perImported, imported);
    run.report(figures.billedChange.name, perChange, changes);
  });
  const slow = [figures.log, figures.heap, figures.firstLookups];
  const offline = [figures.offlineRight, figures.offlineTime, figures.offlineMemory];
  if (run.quick) {
    for (const { name } of [...slow, ...offline]) run.cannot(name, 'takes minutes: run it without --quick');
    return;
  }
  await attempt(run, [figures.log], async () => {
    const records = 20_000;
    const grown = await measureLogGrowth(records, 20_000);
    if (grown.kind === 'none') run.cannot(figures.log.name, grown.why);
    else run.report(figures.log.name, grown.entriesPerRecord, records);
  });
  await attempt(run, [figures.heap], async () => {
    run.report(figures.heap.name, (await measureHeap(100_000)) / 1e6, 1);
  });
  await attempt(run, [figures.firstLookups], async () => {
    const runs = await measureFirstLookups(pages, 100_000, 5, run);
    for (const { firstRightMs, inFullMs, heldMs, unpackedMs } of runs)
      run.log(
        `fresh device: right after ${firstRightMs}, in full after ${inFullMs}, whole after ${heldMs}, unpacked after ${unpackedMs} ms`,
      );
    run.report(figures.firstLookups.name, median(runs.map(({ firstRightMs }) => firstRightMs)), runs.length);
  });
  await attempt(run, offline, async () => {
    const { right, compared, seconds, tabBytes } = await measureOffline(pages, run);
    run.report(figures.offlineRight.name, right / compared, compared);
    run.report(figures.offlineTime.name, seconds, 1);
    run.report(figures.offlineMemory.name, tabBytes / 1e6, 1);
  });
}

/** What one of them breaks takes nothing from the others. */
async function attempt(run: Asked, owed: readonly Named[], work: () => Promise<void>): Promise<void> {
  try {
    if (!run.signal.aborted) await work();
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    for (const { name } of owed) run.cannot(name, why);
  }
}
