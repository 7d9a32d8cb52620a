import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRun } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { inspectIsolate } from '../sync/machine/isolate-inspector.ts';
import { operation, type ProtocolDevice, protocolDevice } from '../sync/machine/protocol-device.ts';
import { fillWorkspace } from '../sync/measure/fill-workspace.ts';
import { benchRecord, benchRecords } from '../sync/records.ts';
import { changeOf } from '../sync/subjects/change-of.ts';
import type { serveHoldfast } from '../sync/subjects/holdfast.ts';

type Server = Awaited<ReturnType<typeof serveHoldfast>>;

/** Milliseconds, medians. */
export type AtSize = { pushMs: number; pullMs: number; n: number };

const repeats = 60;
const recordsPerPush = 25;

/** Fills up to `count` contacts, saying now and then how far it is; `from` of them are there. */
export async function growTo(
  device: ProtocolDevice,
  { from, count }: { from: number; count: number },
  { log, signal }: Pick<BenchRun, 'log' | 'signal'>,
): Promise<void> {
  let told = from;
  await fillWorkspace(device, { count: count - from, first: from }, async (done) => {
    if (signal.aborted) throw new Error('stopped');
    if (from + done - told < 100_000) return;
    told = from + done;
    log(`${told} records`);
  });
}

/** One push of 25 new contacts, and one pull of a single change, again and again. */
export async function measureAtSize(
  writer: ProtocolDevice,
  reader: ProtocolDevice,
  seed: number,
): Promise<AtSize> {
  const pushes: number[] = [];
  const pulls: number[] = [];
  let place = await reader.pull(0);
  for (let at = 0; at < repeats; at += 1) {
    const records = benchRecords(recordsPerPush, seed, at * recordsPerPush);
    const operations = records.map((record, i) => operation(writer.id, [changeOf(record)], Date.now(), i));
    const begun = performance.now();
    await writer.push(operations);
    pushes.push(performance.now() - begun);
    place = await reader.pull(place);
    const { id } = benchRecord(at, seed);
    const change = { on: 'person' as const, id, rank: 'person' as const, set: { note: `changed ${at}` } };
    await writer.push([operation(writer.id, [change], Date.now())]);
    const asked = performance.now();
    place = await reader.pull(place);
    pulls.push(performance.now() - asked);
    await sleep(5);
  }
  return { pushMs: median(pushes), pullMs: median(pulls), n: repeats };
}

/** The most that was alive in the object's isolate while it took 20,000 further contacts and gave all to a fresh device. */
export async function heapAtSize(server: Server, writer: ProtocolDevice, seed: number): Promise<number> {
  const inspector = await inspectIsolate(server.workerd.inspector);
  try {
    const reader = await protocolDevice(server);
    return await inspector.highestWhile(async () => {
      await fillWorkspace(writer, { count: 20_000, seed });
      await reader.pull(0);
    });
  } finally {
    inspector.close();
  }
}
