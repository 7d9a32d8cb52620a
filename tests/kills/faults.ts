import { setTimeout as sleep } from 'node:timers/promises';
import { findLocalDamage, wasSetBack } from './check-device.ts';
import type { Device } from './device.ts';
import type { KillableWorker } from './killable-worker.ts';
import type { Ledger } from './ledger.ts';
import type { RecordFlow } from './record-flow.ts';

/** What is done to a block, and how often. The first three are what a run is counted by. */
export type FaultCounts = Record<FaultName, number>;
export const faultNames = [
  'browser killed',
  'worker killed',
  'service worker stopped',
  'connections reset',
  'no way to the worker',
  'request cut',
  'answer cut',
  'answers slow',
  'disk full',
  'storage cleared',
  'clock jumped',
] as const;
export type FaultName = (typeof faultNames)[number];

export type Playing = {
  device: Device;
  flow: RecordFlow;
  ledger: Ledger;
  random: () => number;
  /** A fault of this name has struck; `busy`: while a call had no answer yet. */
  struck: (name: FaultName, busy: boolean) => void;
  /** Whether the server has a record of this id. */
  isPooled: (id: string) => boolean;
  /** The browser has set a database back, or begun it anew. */
  setBack: () => void;
  /** What must never be, as a sentence. */
  found: (damage: string) => void;
};

const day = 86_400_000;

/** Shuffled by the seed: what happens to one device, in order. */
export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** One fault of a device, and its end. */
export async function strikeDevice(name: FaultName, playing: Playing): Promise<void> {
  const { device, flow, ledger, random, struck } = playing;
  const { link } = device;
  const browser = await device.up();
  await sleep(30 + random() * 350);
  // Half of them strike while something is being recorded, the others at any moment.
  if (random() < 0.5) {
    await Promise.race([flow.nextCall(), sleep(400)]);
    await sleep(random() * 25);
  }
  const strike = () => struck(name, flow.underWay() > 0);
  switch (name) {
    case 'browser killed':
      strike();
      await device.kill();
      return startAgain(playing);
    case 'service worker stopped':
      for (let tries = 0; tries < 50; tries += 1) {
        if (await browser.serviceWorker.stop()) return strike();
        await sleep(40);
      }
      return playing.found(`device ${device.name}: its service worker did not run for 2 s`);
    case 'disk full':
      return fillDisk(playing);
    case 'storage cleared':
      strike();
      await browser.clearDatabase();
      return ledger.clear(device.name);
    case 'clock jumped':
      strike();
      return device.setClock(jump(random));
    case 'connections reset':
      strike();
      return link.reset();
    case 'no way to the worker':
      strike();
      link.down();
      await sleep(100 + random() * 700);
      return link.up();
    case 'request cut':
      strike();
      return link.cut('request', 1);
    case 'answer cut':
      strike();
      return link.cut(random() < 0.5 ? 'answer-lost' : 'answer-midway', 1 + Math.floor(random() * 3));
    case 'answers slow':
      strike();
      link.slow(600);
      await sleep(500 + random() * 500);
      return link.slow(0);
    case 'worker killed':
      return undefined;
    default:
      return name satisfies never;
  }
}

/** Often without a way to the worker at first: what is looked at then is what the device alone has kept. */
async function startAgain({ device, ledger, random, isPooled, setBack, found }: Playing): Promise<void> {
  const alone = random() < 0.5;
  if (!alone) return device.start();
  device.link.down();
  try {
    await device.start();
    // Answered once what the database lacks has come back from its copy: before that, nothing is recorded.
    await (await device.up()).panel.ask('edit', { changes: [] });
    // What is acknowledged while the database is read need not be in what was read.
    const before = structuredClone(ledger.entries);
    const pool = await device.pool();
    if (wasSetBack(pool, device.name, before, isPooled)) setBack();
    for (const damage of findLocalDamage(pool, device.name, before, isPooled)) found(damage);
  } finally {
    device.link.up();
  }
}

/** Started anew on a disk with little or nothing left, until it has some again. */
async function fillDisk({ device, random, struck, flow }: Playing): Promise<void> {
  const browser = await device.up();
  const usage = await browser
    .evaluate(async () => (await navigator.storage.estimate()).usage ?? 0, null)
    .catch(() => 0);
  struck('disk full', flow.underWay() > 0);
  await device.kill();
  await device.start(random() < 0.5 ? 1 : Math.round(usage + random() * 200_000));
  await sleep(400 + random() * 800);
  await (await device.up()).setQuota(null);
}

/** Seconds, hours or weeks, forwards or back: more than 14 days locks a device that has no contact meanwhile. */
function jump(random: () => number): number {
  const span = [5000, 3_600_000, 20 * day, 400 * day][Math.floor(random() * 4)] ?? 0;
  return Math.round((random() * 2 - 1) * span);
}

/** The server's own clock between two starts: never far, since a server has its time from the network. */
function serverJump(random: () => number): number {
  return random() < 0.7 ? 0 : Math.round((random() * 2 - 1) * 120_000);
}

/** Half of the kills strike with a push at the server's door. */
export async function strikeWorker(
  worker: KillableWorker,
  devices: readonly Device[],
  { random, struck }: Pick<Playing, 'random' | 'struck'>,
): Promise<void> {
  await sleep(150 + random() * 1200);
  let push = false;
  if (random() < 0.5) {
    const pushed = new Promise<void>((then) => {
      for (const { link } of devices) link.onNextPush(then);
    });
    push = await Promise.race([pushed.then(() => true), sleep(1500, false)]);
    await sleep(random() * 40);
  }
  struck('worker killed', push);
  await worker.killAndStart(serverJump(random));
}
