import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { derivationFrom } from '../../shared/identity/derived-ids.ts';
import { seededRandom } from '../bench/main/seeded-random.ts';
import { deploymentSecret, foundWorkspace } from '../worker/made-up-workspace.ts';
import { checkFiles } from './check-files.ts';
import { checkEqual, checkPool, type Damage, noDamage } from './check-pool.ts';
import type { Device } from './device.ts';
import {
  type FaultCounts,
  type FaultName,
  faultNames,
  type Playing,
  shuffled,
  strikeDevice,
  strikeWorker,
} from './faults.ts';
import { joinedDevice, serveMailPage } from './joined-device.ts';
import { type KillableWorker, startKillableWorker } from './killable-worker.ts';
import { type DeviceName, deviceNames, type Ledger, openLedger } from './ledger.ts';
import { madeUpRecords } from './made-up-records.ts';
import { flowRecords, type RecordFlow } from './record-flow.ts';
import { followPool, readServerPool } from './server-pool.ts';
import { settle } from './settle.ts';

export type BlockPlan = { number: number; seed: number; faults: FaultCounts };

export type Block = {
  number: number;
  struck: FaultCounts;
  /** Of them, while a call had no answer, or a push was at the server's door. */
  busy: FaultCounts;
  records: { asked: number; acknowledged: number; answered: number; excused: number; rows: number };
  /** Times that Chromium was seen to have set a database back or begun it anew: half of the kills are looked at. */
  setBack: number;
  rounds: number;
  gaps: number;
  seconds: number;
  damage: Damage;
};

type Stage = { extension: string; worker: string; folder: string; signal: AbortSignal };

/**
 * One workspace from its founding: two reps' browsers record all the time, the plan's faults strike in seeded order, then everything
 * heals, settles, and is held against what had been acknowledged. Everything it starts it ends, also when the signal aborts.
 */
export async function playBlock(plan: BlockPlan, stage: Stage): Promise<Block> {
  const begun = performance.now();
  const folder = join(stage.folder, `block-${plan.number}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await using open = new AsyncDisposableStack();
  open.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const random = seededRandom(plan.seed * 1_000_003 + plan.number);
  const dataDir = join(folder, 'worker');
  const worker = await startKillableWorker(stage.worker, dataDir, deploymentSecret);
  let stopped: Promise<void> | null = null;
  const stopWorker = () => {
    stopped ??= worker.stop();
    return stopped;
  };
  open.defer(stopWorker);
  const workspace = await foundWorkspace((path, init) => fetch(worker.url() + path, init));
  const mailUrl = await serveMailPage(open);
  const ledger = openLedger();
  const derive = await derivationFrom(workspace.admin.key);
  const records = madeUpRecords(plan.number, ledger, random);
  const follower = followPool(workspace.admin, 150);
  open.defer(async () => void (await follower.end().catch(() => {})));

  const ids = {} as Record<DeviceName, string>;
  const devices: Device[] = [];
  const flows: RecordFlow[] = [];
  for (const name of deviceNames) {
    const { extension } = stage;
    const device = await joinedDevice(name, {
      folder,
      mailUrl,
      random,
      worker,
      ledger,
      workspace,
      extension,
    });
    open.defer(device.device.close);
    ids[name] = device.member;
    devices.push(device.device);
  }
  for (const device of devices) flows.push(flowRecords({ device, records, ledger, derive, mailUrl, random }));

  const damage = noDamage();
  const struck = noFaults();
  const busy = noFaults();
  let setBack = 0;
  const note = (name: FaultName, wasBusy: boolean) => {
    struck[name] += 1;
    if (wasBusy) busy[name] += 1;
  };
  const found = (what: string) => {
    const kind = what.includes('torn:') ? 'torn' : what.includes('lost:') ? 'lost' : 'unsettled';
    damage[kind].push(what);
  };
  await strikeAll(plan, {
    devices,
    flows,
    worker,
    ledger,
    random,
    struck: note,
    isPooled: follower.holds,
    setBack: () => {
      setBack += 1;
    },
    found,
    signal: stage.signal,
  });

  await Promise.all(flows.map((flow) => flow.end()));
  for (const device of devices) {
    device.link.up();
    await device.setClock(0);
  }
  const { rounds, pools, unsettled } = await settle(devices, stage.signal);
  damage.unsettled.push(...unsettled);
  const truth = await readServerPool(workspace.admin);
  for (const [kind, list] of Object.entries(checkPool(truth.values(), ledger, ids))) {
    damage[kind as keyof Damage].push(...list);
  }
  for (const [i, { records: shown, parked }] of pools.entries()) {
    damage.apart.push(...checkEqual(`device ${devices[i]?.name}`, shown, truth));
    for (const { id, reason } of parked) damage.lost.push(`operation ${id} was refused: ${reason}`);
  }
  const followed = await follower.end();
  damage.sequence.push(
    ...followed.backwards,
    ...checkEqual('the device that followed', followed.records, truth),
  );
  await stopWorker();
  const files = await checkFiles(dataDir);
  damage.sequence.push(...files.faults);
  const counted = countRecords(ledger);
  if (counted.acknowledged > 10 && counted.answered === 0) {
    damage.unsettled.push('no push was seen to be answered: the link no longer understands them');
  }
  return {
    number: plan.number,
    struck,
    busy,
    records: { ...counted, rows: truth.size },
    setBack,
    rounds,
    gaps: files.gaps,
    seconds: (performance.now() - begun) / 1000,
    damage,
  };
}

type Setting = Omit<Playing, 'device' | 'flow'> & {
  devices: readonly Device[];
  flows: readonly RecordFlow[];
  worker: KillableWorker;
  signal: AbortSignal;
};

/** Each device and the worker has its own order of faults, and none waits for another: a worker dies while browsers start. */
async function strikeAll({ number: _number, faults }: BlockPlan, setting: Setting): Promise<void> {
  const { devices, flows, worker, random, signal } = setting;
  const onDevices = faultNames.filter((name) => name !== 'worker killed');
  const deck = onDevices.flatMap((name) => Array.from({ length: faults[name] }, () => name));
  // Dealt by kind, so that each device has its share of every one.
  const perDevice = devices.map((_, i) => deck.filter((_, at) => at % devices.length === i));
  const onWorker = async () => {
    for (let n = 0; n < faults['worker killed'] && !signal.aborted; n += 1) {
      await strikeWorker(worker, devices, setting);
    }
  };
  const onDevice = async (device: Device, i: number) => {
    for (const name of shuffled(perDevice[i] ?? [], random)) {
      if (signal.aborted) return;
      await strikeDevice(name, { ...setting, device, flow: flows[i] as RecordFlow });
    }
  };
  await Promise.all([onWorker(), ...devices.map(onDevice)]);
  signal.throwIfAborted();
}

function noFaults(): FaultCounts {
  return Object.fromEntries(faultNames.map((name) => [name, 0])) as FaultCounts;
}

function countRecords({ entries }: Ledger): Omit<Block['records'], 'rows'> {
  return {
    asked: entries.length,
    acknowledged: entries.filter(({ acknowledged }) => acknowledged).length,
    answered: entries.filter(({ answered }) => answered).length,
    excused: entries.filter(({ acknowledged, excused, answered }) => acknowledged && excused && !answered)
      .length,
  };
}
