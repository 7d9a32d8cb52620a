import { isStorageError } from '../../extension/db/storage-notice.ts';
import { lockIfLeaseRanOut } from '../../extension/sync/note-contact.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { writePolicy } from '../../worker/src/workspace/operations/policy.ts';
import { revokeDevice } from '../../worker/src/workspace/operations/revoke-device.ts';
import { setMemberRole } from '../../worker/src/workspace/operations/set-member-role.ts';
import { setMemberStatus } from '../../worker/src/workspace/operations/set-member-status.ts';
import { checkOverlay } from './checks/overlay.ts';
import { clone, forgetStamps, rollBack, setBack, takeImage, tear } from './copies.ts';
import { crash, restart, type SimDevice, syncNow } from './device.ts';
import { setRole, setStatus } from './model/people.ts';
import { emptyContent } from './model/rules.ts';
import type { Step } from './plan/plan.ts';
import { type Dice, dice } from './random.ts';
import { backUp, restore } from './restore.ts';
import { immortal } from './scheduler.ts';
import type { Operation } from './server/workspace-server.ts';
import type { World } from './world.ts';
import { bundled, noteWritten, unsent, write } from './write.ts';

/** Does what a step says, or nothing where it cannot be done now. */
export async function perform(world: World, step: Step): Promise<void> {
  const d = dice(step.n);
  const named = world.devices[step.device % world.plan.devices.length] as SimDevice;
  const device = named.clone !== null && d.chance(0.5) ? named.clone : named;
  if (device.process !== null) world.scheduler.actAs(device.process.life);
  switch (step.kind) {
    case 'sync':
      await sync(world, device);
      return checkOverlay(world, device);
    case 'alarm':
      return tolerant(world, device, async () => {
        if (device.process !== null) await lockIfLeaseRanOut(device.process.db, device.process.deps.now());
      });
    case 'crash':
      return crashAndReturn(world, device, d.next() * 3_000);
    case 'offline':
      device.way.online = false;
      return;
    case 'online':
      device.way.online = true;
      return;
    case 'clock':
      device.skew += Math.round((d.next() - 0.5) * (d.chance(0.2) ? 86_400_000 * 30 : 600_000));
      device.clockSetAt = world.scheduler.now();
      return;
    case 'full-disk':
      device.storage.setRoom(d.int(12));
      return;
    case 'failing-disk':
      device.storage.failIn(d.int(15));
      return;
    case 'room-again':
      device.storage.setRoom(null);
      return;
    case 'clear':
      await writeMeanwhile(world, device, d);
      return clearStorage(world, device, d.next() * 2_000);
    case 'old-write':
      world.oldClient?.write(d);
      return;
    case 'old-sync':
      await world.oldClient?.sync();
      return;
    case 'clone':
      // Often with something on it that is not sent yet.
      if (d.chance(0.7)) {
        const kind = d.pick(['command', 'command', 'add-value', 'edit', 'capture'] as const);
        await tolerant(world, device, () => write(world, device, kind, d));
      }
      return clone(world, device);
    case 'image':
      return takeImage(device);
    case 'roll-back':
      return rollBack(world, device, d.next() * 2_000);
    case 'tear':
      return tear(world, device, d.next() * 2_000);
    case 'set-back':
      await writeMeanwhile(world, device, d);
      return setBack(world, device, d.next() * 2_000);
    case 'server-crash':
      world.serverDied();
      world.up = d.chance(0.5);
      world.scheduler.after(d.next() * 5_000, immortal, () => {
        world.up = true;
      });
      return;
    case 'server-kill':
      world.store.killIn = d.int(12);
      return;
    case 'overload':
      world.queueMs = 3_500 + d.int(40_000);
      world.scheduler.after(d.next() * 12_000, immortal, () => {
        world.queueMs = 0;
      });
      return;
    case 'backup':
      return backUp(world);
    case 'restore':
      return restore(world);
    case 'break-live':
      return world.live.breakAll();
    case 'role':
    case 'suspend':
    case 'reinstate':
    case 'depart':
    case 'revoke':
    case 'policy':
      return order(world, device, step.kind, d.int(100));
    default:
      return tolerant(world, device, () => write(world, device, step.kind, d));
  }
}

async function sync(world: World, device: SimDevice): Promise<void> {
  const begun = world.scheduler.now();
  const answer = await syncNow(device);
  if (answer?.ok === true) device.soundSince = begun;
}

/** A person whose disk is full sees that nothing was recorded: that is no fault of the engine's. */
async function tolerant(world: World, device: SimDevice, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isStorageError(error)) world.threw(error);
    return;
  }
  if (device.dice.chance(0.5)) device.process?.syncer.kick();
}

/** Half of the time what follows strikes while something is being recorded. */
async function writeMeanwhile(world: World, device: SimDevice, d: Dice): Promise<void> {
  if (device.process === null || d.chance(0.5)) return;
  tolerant(world, device, () => write(world, device, d.pick(['edit', 'capture', 'note']), d.fork())).catch(
    world.threw,
  );
  await world.scheduler.pause(d.next() * 8, immortal);
}

async function crashAndReturn(world: World, device: SimDevice, after: number): Promise<void> {
  if (device.process === null) return;
  crash(device);
  await noteWritten(world, device);
  world.scheduler.after(after, immortal, () => restart(device, world));
}

/** Whoever clears site data ends what has it open; or the browser begins a database anew that it cannot read. */
async function clearStorage(world: World, device: SimDevice, after: number): Promise<void> {
  if (device.process === null) return;
  crash(device);
  await noteWritten(world, device);
  const parked = (await device.storage.rows('parked')) as { id: string }[];
  // Cleared before the release that copies had its database open.
  if (device.copy.owner === null) for (const { id } of await unsent(device)) world.books.excused.add(id);
  for (const { id } of [...(await bundled(device)), ...parked]) world.books.excused.add(id);
  await device.storage.clear();
  device.cleared = true;
  device.torn = null;
  device.soundSince = 0;
  forgetStamps(device);
  world.scheduler.after(after, immortal, () => restart(device, world));
}

/** The console's orders go to the server directly: the way there is not under test. */
function order(world: World, device: SimDevice, kind: string, n: number): void {
  const { server, founded, books, scheduler } = world;
  const { company } = books;
  const { secret, member: console } = founded.admin;
  const { member, device: id } = device.identity;
  const done = (operation: Operation<unknown>): boolean => {
    const answer = server.decide(operation);
    if (answer === 'killed') world.serverDied();
    return answer !== 'killed' && answer.kind === 'done';
  };
  const now = Math.floor(scheduler.now());
  const status = (
    kind === 'suspend' ? 'suspended' : kind === 'reinstate' ? 'active' : 'departed'
  ) as 'active';
  switch (kind) {
    case 'role': {
      const role = (['manager', 'rep', 'rep', 'viewer'] as const)[n % 4] ?? 'rep';
      if (member !== console && done((tx) => setMemberRole(tx, secret, { member, role })))
        setRole(company, member, role);
      return;
    }
    case 'revoke':
      if (done((tx) => revokeDevice(tx, secret, id))) books.revoked.add(id);
      return;
    case 'policy': {
      const policy = { ...defaultPolicy, ownDomains: ['tidewater.test'], keepPath: n % 2 === 0 };
      if (!done((tx) => writePolicy(tx, secret, policy))) return;
      company.records.set(founded.policy, {
        ...emptyContent(),
        id: founded.policy,
        kind: 'policy',
        gone: false,
        fact: policy,
      });
      return;
    }
    default:
      if (member === console || !done((tx) => setMemberStatus(tx, secret, { member, status }))) return;
      if (company.members.get(member)?.status !== status) setStatus(company, member, status, now);
      if (status === ('departed' as string)) {
        for (const one of world.devicesOf(member)) books.revoked.add(one);
      }
  }
}
