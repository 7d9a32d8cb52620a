import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker } from '../../../worker/local/bundle.ts';
import type { Bench, BenchRun } from '../harness/bench.ts';
import { percentile } from '../harness/statistics.ts';
import { residentBytes } from '../sync/machine/process-memory.ts';
import { protocolDevice } from '../sync/machine/protocol-device.ts';
import { serveHoldfast } from '../sync/subjects/holdfast.ts';
import { growTo, heapAtSize, measureAtSize } from './large-workspace.ts';
import { measureLookups } from './lookups.ts';
import { type Load, playLoad } from './many-devices.ts';
import { figures, plan } from './plan.ts';

/** 200 devices on one workspace, and a workspace with a million records, against the shipped worker. */
export const bench: Bench = { plan, run };

const whole: Load = { devices: 200, processes: 2, seconds: 60, recordsPerSecond: 5000, graceSeconds: 60 };
const captured = new Set(['account', 'person', 'affiliation', 'touch', 'sighting']);
const quick: Load = { ...whole, seconds: 5, graceSeconds: 5 };

async function run(run: BenchRun): Promise<void> {
  if (run.quick) {
    const slow = [figures.heapSmall, figures.heapLarge, figures.push, figures.lookup, figures.pull];
    for (const { name } of slow) run.cannot(name, 'needs a million records: run it without --quick');
    await withServer((server) => manyDevices(server, quick, run));
    return;
  }
  await withServer((server) => manyDevices(server, whole, run));
  await withServer((server) => millionRecords(server, run));
  await measureLookups(run, figures.lookup.name);
}

type Server = Awaited<ReturnType<typeof serveHoldfast>>;

async function withServer(work: (server: Server) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-load-'));
  const server = await serveHoldfast(folder, await bundleWorker());
  try {
    await work(server);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function manyDevices(server: Server, load: Load, run: BenchRun): Promise<void> {
  run.log(`${load.devices} devices, ${load.recordsPerSecond} records/s for ${load.seconds} s`);
  const reader = await protocolDevice(server);
  const result = await playLoad(server, load, run.signal);
  const { late, takenRecords, refused, deferred, pokes, followed, seconds, workerMs, why } = result;
  if (why !== null) run.log(`refused: ${why}`);
  run.log(
    `${takenRecords} records in ${seconds.toFixed(1)} s, ${pokes} pokes, ${deferred} pushes told to wait`,
  );
  const pushes = takenRecords / (load.recordsPerSecond / load.devices);
  run.log(`${(workerMs / pushes).toFixed(2)} ms of the worker's processor for a push`);
  run.log(
    `meanwhile ${followed.pages} pages were pulled (${(followed.characters / 1e6 / seconds).toFixed(1)} MB/s), ${followed.refused} pulls told to wait`,
  );
  let held = 0;
  await reader.pull(0, (rows) => {
    held += rows.filter(({ kind }) => captured.has(kind)).length;
  });
  run.report(figures.rate.name, takenRecords / seconds, late.length);
  run.report(figures.p50.name, percentile(late, 0.5), late.length);
  run.report(figures.p99.name, percentile(late, 0.99), late.length);
  run.report(figures.lost.name, Math.max(0, takenRecords - held), takenRecords);
  run.report(figures.refused.name, refused, late.length);
  run.report(figures.rss.name, residentBytes(server.pid).highest / 1e6, 1);
}

async function millionRecords(server: Server, run: BenchRun): Promise<void> {
  const [writer, reader] = [await protocolDevice(server), await protocolDevice(server)];
  await growTo(writer, { from: 0, count: 10_000 }, run);
  const small = await measureAtSize(writer, reader, 11);
  await growTo(writer, { from: 10_000, count: 80_000 }, run);
  run.report(figures.heapSmall.name, (await heapAtSize(server, writer, 12)) / 1e6, 1);
  await growTo(writer, { from: 80_000, count: 980_000 }, run);
  run.report(figures.heapLarge.name, (await heapAtSize(server, writer, 13)) / 1e6, 1);
  const large = await measureAtSize(writer, reader, 14);
  run.log(
    `a push of 25: ${small.pushMs.toFixed(1)} ms at 10,000, ${large.pushMs.toFixed(1)} ms at 1,000,000`,
  );
  run.log(
    `a pull of one: ${small.pullMs.toFixed(1)} ms at 10,000, ${large.pullMs.toFixed(1)} ms at 1,000,000`,
  );
  run.report(figures.push.name, large.pushMs / small.pushMs, large.n);
  run.report(figures.pull.name, large.pullMs / small.pullMs, large.n);
}
