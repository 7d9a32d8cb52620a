import type { ParkedRow } from '../../../extension/db/stored-rows.ts';
import { keyOf } from '../books.ts';
import type { SimDevice } from '../device.ts';
import { standingOf } from '../settle.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';
import { contentKey, unsent } from '../write.ts';

/** Nothing that a device said it had recorded is lost: the server took it, or it lies where a person finds it. */
export async function checkPromises(world: World): Promise<void> {
  const { authored, committed, takenLater, quarantined, promised, excused } = world.books;
  checkPromised(world, promised);
  const standings = world.devices.map((device) => standingOf(world, device.identity));
  const parked = await Promise.all(world.devices.map(parkedAt));
  const waiting = new Set((await Promise.all(world.devices.map(unsent))).flat().map(keyOf));
  const taken = new Set([...committed.values()].map(({ key }) => key));
  const shownSomewhere = new Set(
    parked.flatMap((rows) => [...rows.values()].map(({ operation }) => keyOf(operation))),
  );
  for (const [id, { author, acknowledged, operation }] of authored) {
    const device = world.devices[author];
    if (device === undefined) {
      // Of a device of the last release: what it has not sent is still there.
      const kept = committed.has(id) || world.oldClient?.outbox.some((one) => one.id === id);
      if (!kept) throw new Violation('lost', `${id} of the device of version 2`);
      continue;
    }
    const key = keyOf(operation);
    const outcome = committed.get(id)?.outcome;
    const shown = parked[author]?.get(id);
    const kept = taken.has(key) || shownSomewhere.has(key) || quarantined.has(key) || waiting.has(key);
    const isExcused = excused.has(id);
    // What nobody can read was shown to the person, and goes with all else when the device is wiped.
    const unreadable = standings[author] === 'revoked' && JSON.stringify(operation).includes('Not a name');
    if (!kept && acknowledged && !isExcused && !unreadable) {
      throw new Violation('lost', `${JSON.stringify(operation)} of device ${author} (${standings[author]})`);
    }
    const silent = outcome?.kind === 'rejected' && !shownSomewhere.has(key);
    // What was shown to the person goes with a database that is cleared.
    if (silent && standings[author] === 'served' && !isExcused && !device.cleared) {
      throw new Violation('rejected in silence', `${id} of device ${author}`);
    }
    const isTaken = outcome !== undefined && outcome.kind !== 'rejected' && !takenLater.has(id);
    if (isTaken && shown !== undefined) {
      throw new Violation('parked and taken', `${id} of device ${author}: ${shown.reason}`);
    }
  }
}

/** Every promise without a name has an operation of its own that says the same. */
function checkPromised({ books }: World, promised: readonly { author: number; content: string }[]): void {
  const written = new Map<string, number>();
  for (const { author, operation } of books.authored.values()) {
    const key = `${author} ${contentKey(operation)}`;
    written.set(key, (written.get(key) ?? 0) + 1);
  }
  for (const { author, content } of promised) {
    const key = `${author} ${content}`;
    const left = (written.get(key) ?? 0) - 1;
    written.set(key, left);
    if (left < 0) throw new Violation('lost', `${content} of device ${author}`);
  }
}

async function parkedAt(device: SimDevice): Promise<Map<string, ParkedRow>> {
  const rows = (await device.storage.rows('parked')) as unknown as ParkedRow[];
  return new Map(rows.map((row) => [row.id, row]));
}
