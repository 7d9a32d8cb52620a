import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRun } from '../../harness/bench.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { openChromium } from '../machine/open-chromium.ts';
import { rendererOf, residentBytes } from '../machine/process-memory.ts';
import { operation, type ProtocolDevice, protocolDevice } from '../machine/protocol-device.ts';
import type { Pages } from '../machine/serve-pages.ts';
import type { TimedEdit } from '../pages/holdfast-extras.ts';
import { benchRecords } from '../records.ts';
import { holdfast } from '../subjects/holdfast.ts';
import { fillWorkspace } from './fill-workspace.ts';
import { within } from './within.ts';

export type Offline = { right: number; compared: number; seconds: number; tabBytes: number };

const pool = 10_000;
const unsent = 5000;
const changed = 50_000;
const monthMs = 30 * 24 * 3_600_000;
const patienceMs = 300_000;

/**
 * A device has all, then hears nothing for 30 days: the lease runs out and hides the pool, capturing goes on, 5,000 edits wait.
 * Meanwhile a colleague makes 50,000, many to the same field of the same contacts, at moments all over the month. When the device
 * is back, the later of two edits must stand on both sides, whoever sent it first.
 */
export async function measureOffline(pages: Pages, { log }: Pick<BenchRun, 'log'>): Promise<Offline> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-offline-'));
  const server = await holdfast.startServer(folder);
  const chromium = await openChromium(log);
  try {
    const colleague = await protocolDevice(server);
    await fillWorkspace(colleague, { count: pool, at: Date.now() - monthMs - 3_600_000 });
    const page = await chromium.open(pages.url(holdfast.name, 'a'));
    const process = await rendererOf(chromium.context, page);
    const options = await server.client('a');
    await page.evaluate((options) => bench.prepare(options), options);
    await page.evaluate(([options, pool]) => bench.pull(options, pool), [options, pool] as const);

    const { ours, theirs, expected } = planEdits(Date.now() - monthMs);
    const locked = await page.evaluate((ms) => holdfastBench.stayAway(ms), monthMs);
    if (!locked) throw new Error('the pool was not hidden after 30 days');
    await within(
      patienceMs,
      page.evaluate((edits) => holdfastBench.editOffline(edits), ours),
    );
    await pushEdits(colleague, theirs);

    const ms = await within(
      patienceMs,
      page.evaluate(() => holdfastBench.comeBack()),
    );
    const tabBytes = residentBytes(process).highest;
    const ids = [...expected.keys()];
    const here = await within(
      patienceMs,
      page.evaluate((ids) => holdfastBench.notes(ids), ids),
    );
    const there = await notesAtServer(colleague);
    const right = ids.filter((id, at) => here[at] === expected.get(id) && there.get(id) === expected.get(id));
    return { right: right.length, compared: ids.length, seconds: ms / 1000, tabBytes };
  } finally {
    await chromium.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Both sides' edits in the order of their moments, and what must stand at the end. Worked out here, without the engine. */
function planEdits(since: number) {
  const random = seededRandom(30);
  const records = benchRecords(pool);
  // `group` edits share a moment; ours never share one with theirs, of which the device's name would decide
  const edits = (count: number, who: 'ours' | 'theirs', group: number): TimedEdit[] =>
    Array.from({ length: count }, (_, at) => {
      const id = records[Math.floor(random() * pool)]?.id ?? '';
      const place = (Math.floor(at / group) + 1) / (count / group + 1);
      const moment = 2 * Math.floor((since + place * (monthMs - 60_000)) / 2);
      return { id, note: `${who} ${at}`, at: who === 'ours' ? moment + 1 : moment };
    });
  const [ours, theirs] = [edits(unsent, 'ours', 20), edits(changed, 'theirs', 1)];
  const expected = new Map<string, string>();
  for (const { id, note } of [...ours, ...theirs].sort((a, b) => a.at - b.at)) expected.set(id, note);
  return { ours, theirs, expected };
}

async function pushEdits(device: ProtocolDevice, edits: readonly TimedEdit[]): Promise<void> {
  for (let from = 0; from < edits.length; from += 500) {
    const operations = edits
      .slice(from, from + 500)
      .map(({ id, note, at }) =>
        operation(device.id, [{ on: 'person', id, rank: 'person', set: { note } }], at),
      );
    await device.push(operations);
  }
}

async function notesAtServer(device: ProtocolDevice): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  await device.pull(0, (rows) => {
    for (const { id, fields } of rows) {
      const note = (fields as { note?: { value?: string } } | undefined)?.note?.value;
      if (note !== undefined) notes.set(id, note);
    }
  });
  return notes;
}
