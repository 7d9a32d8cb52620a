import type { ParkedRow } from '../../../extension/db/stored-rows.ts';
import type { SimDevice } from '../device.ts';
import { standingOf } from '../settle.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';
import { contentKey, unsent } from '../write.ts';

/** Nothing that a device said it had recorded is lost: the server took it, or it lies where a person finds it. */
export async function checkPromises(world: World): Promise<void> {
  const { authored, committed, quarantined, promised } = world.books;
  checkPromised(world, promised);
  const standings = world.devices.map((device) => standingOf(world, device.enrolled));
  const parked = await Promise.all(world.devices.map(parkedAt));
  const waiting = await Promise.all(
    world.devices.map(async (one) => new Set((await unsent(one)).map(({ id }) => id))),
  );
  for (const [id, { author, acknowledged, operation }] of authored) {
    const device = world.devices[author] as SimDevice;
    const outcome = committed.get(id)?.outcome;
    const shown = parked[author]?.get(id);
    const kept =
      outcome !== undefined || shown !== undefined || quarantined.has(id) || waiting[author]?.has(id);
    // What nobody can read was shown to the person, and goes with all else when the device is wiped.
    const unreadable = standings[author] === 'revoked' && JSON.stringify(operation).includes('Not a name');
    if (!kept && acknowledged && !device.cleared && !unreadable) {
      throw new Violation('lost', `${JSON.stringify(operation)} of device ${author} (${standings[author]})`);
    }
    if (
      outcome?.kind === 'rejected' &&
      standings[author] === 'served' &&
      !device.cleared &&
      shown === undefined
    ) {
      throw new Violation('rejected in silence', `${id} of device ${author}`);
    }
    if (outcome !== undefined && outcome.kind !== 'rejected' && shown !== undefined) {
      throw new Violation('parked and taken', `${id} of device ${author}: ${shown.reason}`);
    }
  }
}

async function parkedAt(device: SimDevice): Promise<Map<string, ParkedRow>> {
  const rows = (await device.storage.rows('parked')) as unknown as ParkedRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every promise without a name has an operation of its own that says the same. */
function checkPromised(
  { books, devices }: World,
  promised: readonly { author: number; content: string }[],
): void {
  const written = new Map<string, number>();
  for (const { author, operation } of books.authored.values()) {
    const key = `${author} ${contentKey(operation)}`;
    written.set(key, (written.get(key) ?? 0) + 1);
  }
  for (const { author, content } of promised) {
    const key = `${author} ${content}`;
    const left = (written.get(key) ?? 0) - 1;
    written.set(key, left);
    if (left < 0 && devices[author]?.cleared === false)
      throw new Violation('lost', `${content} of device ${author}`);
  }
}
