import { checkDevices } from './checks/devices.ts';
import { checkIndexes } from './checks/known.ts';
import { piecesLeft } from './checks/overlay.ts';
import { checkPromises } from './checks/promises.ts';
import { checkServer } from './checks/server.ts';
import { boot, crash, enrol, restart } from './device.ts';
import { noFaults } from './network.ts';
import { layOldRelease } from './old-release.ts';
import { perform } from './perform.ts';
import type { Plan } from './plan/plan.ts';
import { immortal, Stalled } from './scheduler.ts';
import { settle, standingOf } from './settle.ts';
import { Violation } from './violation.ts';
import { createWorld, type Ground, type StorageMaker, type World } from './world.ts';
import { noteWritten } from './write.ts';

export type Failure = { check: string; detail: string };
export type RunResult = { failure: Failure | null; trace: number; events: number };

/** One run from its plan to its checks. Never rejects: whatever happens in it is its result. */
export async function run(plan: Plan, ground: Ground, storage: StorageMaker): Promise<RunResult> {
  const world = createWorld(plan, ground, storage);
  let failure: Failure | null = null;
  try {
    await world.scheduler.run(() => live(world));
  } catch (error) {
    failure = failureOf(error);
  }
  for (const device of world.devices) crash(device);
  if (failure === null && world.thrown.length > 0) failure = failureOf(world.thrown[0]);
  return { failure, trace: world.scheduler.trace(), events: world.scheduler.events() };
}

/** A fault may wait so long for something to be under way (perform.ts), milliseconds. */
const longestStrike = 10;

async function live(world: World): Promise<void> {
  const { plan, scheduler, devices, network } = world;
  // Before any of them sends: such a database holds what the company began with, and a cursor that says so.
  for (const device of devices) if (plan.old[device.index] === true) await layOldRelease(world, device);
  for (const device of devices) {
    boot(device, world);
    if (device.kept.enrolment === null) await enrol(device);
    device.process?.syncer.kick();
  }
  network.faults = plan.faults;
  let broken: unknown = null;
  let last = 0;
  for (const step of plan.steps) {
    last = Math.max(last, step.at);
    scheduler.after(step.at, immortal, () => {
      perform(world, step).catch((error) => {
        broken ??= error;
      });
    });
  }
  await scheduler.pause(last + longestStrike, immortal);
  if (broken !== null) throw broken;
  await endFaults(world);
  if (broken !== null) throw broken;
  await settle(world);
  world.scheduler.actAs(immortal);
  await unpacked(world);
  const rows = checkServer(world);
  await checkDevices(world, rows);
  await checkIndexes(world);
  world.oldClient?.check();
  await checkPromises(world);
}

/** From here on nothing goes wrong any more; what is still under way arrives. */
async function endFaults(world: World): Promise<void> {
  const { scheduler, devices, network, plan } = world;
  network.faults = noFaults;
  world.up = true;
  world.queueMs = 0;
  world.store.killIn = null;
  for (const device of devices) {
    device.way.online = true;
    device.storage.setRoom(null);
    device.storage.failIn(null);
    // Half of them go on as they are, so that nothing that a restart would mend stays hidden.
    if (device.process !== null && plan.seed % 2 === 0) {
      crash(device);
      await noteWritten(world, device);
    }
    device.live = false;
    device.process?.end.abort();
  }
  while (network.underWay() > 0) await scheduler.pause(1_000, immortal);
  for (const device of devices) restart(device, world);
  await scheduler.pause(100, immortal);
}

/** What came in bulk is written down in idle moments, of which there are enough now. */
async function unpacked(world: World): Promise<void> {
  for (let waited = 0; waited < 20; waited += 1) {
    const served = world.devices.filter((device) => standingOf(world, device.identity) === 'served');
    const left = await Promise.all(served.map(piecesLeft));
    if (left.every((pieces) => pieces === 0)) return;
    await world.scheduler.pause(250, immortal);
  }
  throw new Violation('not unpacked', 'records still wait in segments');
}

function failureOf(error: unknown): Failure {
  if (error instanceof Violation) return { check: error.check, detail: error.message };
  if (error instanceof Stalled) return { check: 'stalled', detail: error.message };
  return { check: 'threw', detail: error instanceof Error ? (error.stack ?? String(error)) : String(error) };
}
