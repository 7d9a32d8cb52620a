import { crash, restart, type SimDevice } from './device.ts';
import { immortal } from './scheduler.ts';
import type { World } from './world.ts';
import { bundled, noteWritten, unsent } from './write.ts';

/** Somebody copies the profile to another machine: from here on two browsers hold one credential. */
export async function clone(world: World, device: SimDevice): Promise<void> {
  if (device.clone !== null || device.kept.enrolment === null || device.process?.busy() === true) return;
  const image = await device.storage.image();
  const copy = world.addDevice(device.enrolled);
  device.clone = copy;
  copy.identity = device.identity;
  copy.kept = { ...device.kept };
  copy.copy = device.copy;
  copy.cleared = device.cleared;
  copy.copiedStamp = device.lastStamp ?? device.copiedStamp;
  await copy.storage.setImage(image);
  restart(copy, world);
}

export async function takeImage(device: SimDevice): Promise<void> {
  if (device.process?.busy() === true) return;
  const { copy, kept, lastStamp } = device;
  device.image = { lastStamp, storage: await device.storage.image(), kept: { ...kept }, copy };
}

/** A backup of the profile is laid over it. What was written since is gone, and everybody knows that it is. */
export async function rollBack(world: World, device: SimDevice, after: number): Promise<void> {
  const { image } = device;
  if (image === null || device.process === null) return;
  crash(device);
  await noteWritten(world, device);
  await device.storage.setImage(image.storage);
  device.kept = { ...image.kept };
  device.copy = image.copy;
  const { enrolment } = image.kept;
  if (enrolment !== null) device.identity = { device: enrolment.device, member: enrolment.member };
  device.soundSince = 0;
  device.lastStamp = undefined;
  device.copiedStamp = image.lastStamp;
  const left = new Set((await unsent(device)).map(({ id }) => id));
  const { authored, excused } = world.books;
  for (const [id, { author }] of authored) if (author === device.index && !left.has(id)) excused.add(id);
  world.scheduler.after(after, immortal, () => restart(device, world));
}

/** A kill cuts a write short. The process that starts next goes on behind it, and notices nothing. */
export async function tear(world: World, device: SimDevice, after: number): Promise<void> {
  if (device.process === null) return;
  crash(device);
  await noteWritten(world, device);
  device.torn = await device.storage.image();
  world.scheduler.after(after, immortal, () => restart(device, world));
}

/** A further kill: the one that starts after it finds the database as it was when its log was torn. Nothing else is set back. */
export async function setBack(world: World, device: SimDevice, after: number): Promise<void> {
  const { torn } = device;
  if (torn === null || device.process === null) return;
  crash(device);
  await noteWritten(world, device);
  const lost = [...(await bundled(device)), ...((await device.storage.rows('parked')) as { id: string }[])];
  await device.storage.setImage(torn);
  device.torn = null;
  device.soundSince = 0;
  forgetStamps(device);
  const left = new Set((await unsent(device)).map(({ id }) => id));
  const { authored, committed, excused } = world.books;
  for (const { id } of lost) if (!left.has(id)) excused.add(id);
  // What the server has is fetched again, and need not be shown before.
  for (const [id, { author }] of authored) {
    if (author === device.index && committed.has(id) && !left.has(id)) excused.add(id);
  }
  world.scheduler.after(after, immortal, () => restart(device, world));
}

/** Its database no longer holds what it wrote last; its copy may. */
export function forgetStamps(device: SimDevice): void {
  device.lastStamp = undefined;
  device.copiedStamp = device.copy.rows
    .map(({ operation }) => operation.stamp)
    .sort()
    .at(-1);
}
