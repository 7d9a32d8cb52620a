import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRun } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { openChromium } from '../sync/machine/open-chromium.ts';
import { protocolDevice } from '../sync/machine/protocol-device.ts';
import { servePages } from '../sync/machine/serve-pages.ts';
import { fillWorkspace } from '../sync/measure/fill-workspace.ts';
import { within } from '../sync/measure/within.ts';
import { holdfast } from '../sync/subjects/holdfast.ts';

const patienceMs = 900_000;
const repeats = 200;

/** The panel's question, who somebody on a page is, on a device with 10,000 and on one with 1,000,000 contacts. */
export async function measureLookups(run: BenchRun, figure: string): Promise<void> {
  const pages = await servePages(new Map([[holdfast.name, holdfast.page]]));
  try {
    const times: number[] = [];
    for (const count of [10_000, 1_000_000]) {
      times.push(await lookupAt(count, pages, run));
      run.log(`a lookup among ${count}: ${times.at(-1)?.toFixed(2)} ms`);
    }
    run.report(figure, (times[1] ?? Number.NaN) / (times[0] ?? Number.NaN), repeats);
  } catch (error) {
    run.cannot(figure, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    await pages.close();
  }
}

async function lookupAt(count: number, pages: Awaited<ReturnType<typeof servePages>>, run: BenchRun) {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-lookup-'));
  const server = await holdfast.startServer(folder);
  const chromium = await openChromium(run.log);
  try {
    await fillWorkspace(await protocolDevice(server), { count });
    const page = await chromium.open(pages.url(holdfast.name, 'b'));
    const options = await server.client('b');
    await page.evaluate((options) => bench.prepare(options), options);
    await within(
      patienceMs,
      page.evaluate(([options, count]) => bench.pull(options, count), [options, count] as const),
    );
    const numbers = Array.from({ length: repeats }, (_, at) => Math.floor(((count - 1) * at) / repeats));
    const times = await within(
      patienceMs,
      page.evaluate((numbers) => holdfastBench.lookUp(numbers, 1), numbers),
    );
    return median(times);
  } finally {
    await chromium.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
