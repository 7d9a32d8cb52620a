import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRun } from '../../harness/bench.ts';
import { openChromium } from '../machine/open-chromium.ts';
import { protocolDevice } from '../machine/protocol-device.ts';
import type { Pages } from '../machine/serve-pages.ts';
import type { FirstLookups } from '../pages/holdfast-extras.ts';
import { holdfast } from '../subjects/holdfast.ts';
import { fillWorkspace } from './fill-workspace.ts';
import { within } from './within.ts';

const patienceMs = 300_000;

/**
 * A fresh device joins a pool of so many records: how long until it is right about contacts that are spread over all of it, from
 * the oldest to the newest: whether the company knows them, at least, and in full.
 */
export async function measureFirstLookups(
  pages: Pages,
  count: number,
  runs: number,
  { log }: Pick<BenchRun, 'log'>,
): Promise<FirstLookups[]> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-lookups-'));
  const server = await holdfast.startServer(folder);
  const numbers = Array.from({ length: 10 }, (_, at) => Math.floor(((count - 1) * at) / 9));
  const found: FirstLookups[] = [];
  try {
    const writer = await protocolDevice(server);
    await fillWorkspace(writer, { count }, undefined, ({ email }) => writer.personId(email));
    for (let run = 0; run < runs; run += 1) {
      const chromium = await openChromium(log);
      try {
        const page = await chromium.open(pages.url(holdfast.name, 'b'));
        const options = await server.client('b');
        await page.evaluate((options) => bench.prepare(options), options);
        const asked = { options, count, numbers };
        const one = page.evaluate(
          ({ options, count, numbers }) => holdfastBench.firstLookups(options, count, 1, numbers),
          asked,
        );
        found.push(await within(patienceMs, one));
      } finally {
        await chromium.close();
      }
    }
    return found;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
