import { liveQuery } from 'dexie';
import { viewOf } from '../../../../extension/db/held-state.ts';
import { segmentsNote } from '../../../../extension/db/segments.ts';
import type { Client, ClientOptions } from '../page/engine.ts';
import { serveEngine } from '../page/serve-engine.ts';
import { changeOf } from '../subjects/change-of.ts';
import { freshDevice, type HoldfastDevice, joinAs } from './holdfast-device.ts';
import { serveHoldfastExtras } from './holdfast-extras.ts';

let opened: HoldfastDevice | null = null;

serveEngine({ prepare: ({ link }) => joinAs(link), open });
serveHoldfastExtras(() => {
  if (opened === null) throw new Error('the device is not open');
  return opened;
});

async function open({ name }: ClientOptions): Promise<Client> {
  const device = await freshDevice();
  opened = device;
  // who writes has been there for a while; who reads is fresh
  if (name === 'a') await device.round();
  const { db } = device;
  // What waits in segments is held and durable as well, and found by whoever looks it up. It is counted first, since it only moves
  // from there into the table.
  const count = async () => {
    const { left } = await segmentsNote(db);
    return left + (await db.people.count());
  };
  return {
    saysDurable: true,
    write: (records) => device.enqueueMany(records.map(changeOf)),
    acknowledged: async () => {
      await device.round();
      return device.pushAnswered();
    },
    holds: async (wanted) => {
      await device.round();
      const held = await count();
      if (held < wanted) throw new Error(`${held} of ${wanted} records came`);
    },
    count,
    change: async (id, note) => {
      await device.enqueue([{ on: 'person', id, rank: 'person', set: { note } }]);
      device.kick();
    },
    watch: (id, seen) => {
      liveQuery(() => db.people.get(id)).subscribe((row) => {
        const note = row === undefined ? undefined : viewOf(row).fields?.note?.value;
        if (note !== undefined) seen(note);
      });
    },
    goLive: device.goLive,
  };
}
