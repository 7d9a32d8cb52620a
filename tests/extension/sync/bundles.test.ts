import { beforeEach, describe, expect, it } from 'vitest';
import { enqueueInBulk } from '../../../extension/db/enqueue-operations.ts';
import { baseOf, viewOf } from '../../../extension/db/held-state.ts';
import { readMeta } from '../../../extension/db/meta.ts';
import { listParked } from '../../../extension/db/queries/list-parked.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import { reach } from '../../../extension/db/reach.ts';
import { recordTables } from '../../../extension/db/settle-records.ts';
import { unpackOldest } from '../../../extension/db/unpack.ts';
import { writeEdit } from '../../../extension/record/write-decisions.ts';
import { pullAll } from '../../../extension/sync/pull.ts';
import { pushAll } from '../../../extension/sync/push.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { PushRequest } from '../../../shared/protocol/push.ts';
import { madeUpId, seededRandom } from '../made-up-device.ts';
import { refuse } from './scripted-server.ts';
import { type SyncingDevice, syncingDevice } from './syncing-device.ts';

let device: SyncingDevice;
beforeEach(async () => {
  device = await syncingDevice();
});

const seeded = seededRandom(11);
const ids = Array.from({ length: 1200 }, () => idFromBytes(seeded(16)));
const id = (n: number) => ids[n] as string;

/** Takes over so many people at once, as from a file. */
const take = (count: number, from = 0) => {
  const { db, member, random } = device;
  const drafts = Array.from({ length: count }, (_, i) => ({
    type: 'write' as const,
    changes: [
      {
        on: 'person' as const,
        id: id(from + i),
        rank: 'person' as const,
        set: { name: `Person ${from + i}` },
        add: { emails: [`p${from + i}@c.example`] },
      },
    ],
  }));
  const author = { member, device: device.device, now: device.now(), random };
  return db.transaction('rw', recordTables(db), async () => enqueueInBulk(db, drafts, author));
};
const find = async (n: number) => {
  await reach(device.db, { values: [`p${n}@c.example`] }, { around: 'all' });
  return device.db.people.where('emails').equals(`p${n}@c.example`).first();
};
const unpackAll = async () => {
  while (await unpackOldest(device.db));
};
const pushes = () =>
  device.server.asked.filter((one) => one.path === '/v1/push').map((one) => one.body as PushRequest);

describe('very many operations at once', () => {
  it('lie in few rows, are counted, and are found by address before they are in any list', async () => {
    expect(await take(1200)).toBe(1200);
    expect([await device.db.outbox.count(), await device.db.people.count()]).toEqual([0, 0]);
    expect(await device.db.bundles.count()).toBe(3);
    expect(await syncView(device.db)).toMatchObject({
      waiting: 1200,
      unpacking: { left: 1200, total: 1200 },
    });
    const row = await find(777);
    expect(row && viewOf(row).fields?.name?.value).toBe('Person 777');
    expect(row?.pending).toBe(1);
  });

  it('are sent in order with the single ones among them, and are then what the server holds', async () => {
    await take(600);
    await writeEdit(device, [{ on: 'person', id: id(3), rank: 'person', set: { name: 'Renamed' } }]);
    await take(600, 600);
    await find(5);
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    expect(pushes().map((push) => push.operations.length)).toEqual([490, 110, 1, 490, 110]);
    expect(device.server.pool.size).toBe(1200);
    await unpackAll();
    expect(await device.db.people.count()).toBe(1200);
    for (const row of await device.db.people.toArray()) {
      expect(baseOf(row)).toEqual(device.server.pool.get(row.id));
      expect([row.pending, row.view]).toEqual([0, undefined]);
    }
    expect((await find(3))?.words).toContain('renamed');
    expect([await device.db.bundles.count(), await device.db.bundleBodies.count()]).toEqual([0, 0]);
    expect(await syncView(device.db)).toMatchObject({ phase: 'saved', waiting: 0, unpacking: null });
  });

  it('show what was acknowledged until it is pulled, though it was unpacked before', async () => {
    await take(300);
    await unpackAll();
    device.server.state.script = ({ path }) => (path.startsWith('/v1/pull') ? 'lost-before' : null);
    await device.syncer.sync();
    await unpackAll();
    const row = await find(7);
    expect(row && [row.pending, viewOf(row).fields?.name?.value]).toEqual([0, 'Person 7']);
    device.server.state.script = () => null;
    await device.syncer.sync();
    await unpackAll();
    expect(await device.db.people.count()).toBe(300);
  });

  it('are parked one by one where the server takes them not, and their effect is taken back', async () => {
    await take(300);
    await unpackAll();
    const bundle = await device.db.bundles.toCollection().first();
    let n = 0;
    device.server.state.decide = () => {
      n += 1;
      return n === 5 ? { kind: 'rejected', reason: 'not-allowed' } : null;
    };
    await device.syncer.sync();
    expect(bundle?.count).toBe(300);
    expect(await listParked(device.db)).toMatchObject([{ reason: 'not-allowed', what: 'Person 4' }]);
    await unpackAll();
    expect(await device.db.people.count()).toBe(299);
    expect(await find(4)).toBe(undefined);
  });

  it('leave out what was not taken also where nothing of them was unpacked', async () => {
    await take(300);
    device.server.state.own = true;
    let n = 0;
    device.server.state.decide = () => {
      n += 1;
      return n === 5 ? { kind: 'rejected', reason: 'not-allowed' } : null;
    };
    await device.syncer.sync();
    await unpackAll();
    expect(await device.db.people.count()).toBe(299);
    expect(await device.db.parked.count()).toBe(1);
  });

  it('need not be pulled back where nothing else moved the pool, and then leave nothing behind', async () => {
    device.server.put({ kind: 'account', id: madeUpId(80), gone: false, fields: {}, sets: {}, decided: {} });
    await device.syncer.sync();
    device.server.state.own = true;
    await take(700);
    const before = device.server.asked.length;
    await device.syncer.sync();
    const paths = device.server.asked.slice(before).map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('/v1/known'))).toEqual(['/v1/push', '/v1/push']);
    await find(650);
    await unpackAll();
    expect(await device.db.people.count()).toBe(700);
    for (const row of await device.db.people.toArray()) {
      expect({ ...baseOf(row), seq: 0 }).toEqual({ ...device.server.pool.get(row.id), seq: 0 });
      expect([row.pending, row.view]).toEqual([0, undefined]);
    }
    expect([await device.db.bundles.count(), await device.db.bundleBodies.count()]).toEqual([0, 0]);
    expect(await syncView(device.db)).toMatchObject({ phase: 'saved', waiting: 0, unpacking: null });
  });

  it.each([
    ['at once', 400],
    ['later', 1],
  ])(
    'do not come back with the unpacking where the pool has said %s that they are gone',
    async (_when, bulk) => {
      device = await syncingDevice({ bulkRows: bulk });
      const account = { kind: 'account', gone: false, fields: {}, sets: {}, decided: {} } as const;
      device.server.put({ ...account, id: madeUpId(80) });
      await device.syncer.sync();
      device.server.state.own = true;
      await take(3);
      await device.syncer.sync();
      device.server.put({ kind: 'person', id: id(1), gone: true });
      await pullAll(device.deps, device.enrolment);
      await unpackAll();
      expect((await device.db.people.toArray()).map((row) => row.id).sort()).toEqual([id(0), id(2)].sort());
    },
  );

  it('do not come back where they went before a bootstrap that no longer says so', async () => {
    device = await syncingDevice({ bulkRows: 1 });
    device.server.put({ kind: 'account', id: madeUpId(80), gone: false, fields: {}, sets: {}, decided: {} });
    await device.syncer.sync();
    await unpackAll();
    device.server.state.own = true;
    await take(3);
    await pushAll(device.deps, device.enrolment);
    device.server.pool.delete(id(1));
    device.server.state.seq += 1;
    device.server.state.view = 2;
    await pullAll(device.deps, device.enrolment);
    await unpackAll();
    expect((await device.db.people.toArray()).map((row) => row.id).sort()).toEqual([id(0), id(2)].sort());
    expect(await device.db.bundles.count()).toBe(0);
  });

  it('belong to the bootstrap in which the server took them, also where they were made before it', async () => {
    await take(3);
    await unpackAll();
    device.server.state.script = ({ path }) => (path === '/v1/push' ? 'lost-before' : null);
    await device.syncer.sync();
    device.server.put({ kind: 'account', id: madeUpId(80), gone: false, fields: {}, sets: {}, decided: {} });
    device.server.state.view = 2;
    await pullAll(device.deps, device.enrolment);
    device.server.state.script = () => null;
    device.server.state.own = true;
    await device.syncer.sync();
    await unpackAll();
    const generation = (await readMeta(device.db, 'generation'))?.now;
    expect((await device.db.people.toArray()).map((row) => row.generation)).toEqual(
      [1, 2, 3].map(() => generation),
    );
  });

  it('are pulled where something else had moved the pool before', async () => {
    device.server.put({ kind: 'account', id: madeUpId(80), gone: false, fields: {}, sets: {}, decided: {} });
    await device.syncer.sync();
    device.server.state.own = true;
    await take(10);
    device.server.put({ kind: 'account', id: madeUpId(81), gone: false, fields: {}, sets: {}, decided: {} });
    await device.syncer.sync();
    await unpackAll();
    expect([await device.db.people.count(), await device.db.accounts.count()]).toEqual([10, 2]);
  });

  it('are cut until the one at fault is alone, which is parked; the rest goes on', async () => {
    await take(40);
    device.server.state.script = ({ path, body }) => {
      if (path !== '/v1/push') return null;
      const { operations } = body as PushRequest;
      const at = operations.findIndex((one) => one.type === 'write' && one.changes[0]?.id === id(17));
      return at === -1 ? null : refuse('malformed', { operation: at });
    };
    await device.syncer.sync();
    expect(await listParked(device.db)).toMatchObject([{ reason: 'malformed', what: 'Person 17' }]);
    expect(device.server.pool.size).toBe(39);
    await unpackAll();
    expect(await device.db.people.count()).toBe(39);
    expect(await syncView(device.db)).toMatchObject({ phase: 'saved', waiting: 0, parked: 1 });
  });

  it('are sent once where only the answer was lost', async () => {
    await take(700);
    device.server.state.script = ({ path }) => (path === '/v1/push' ? 'lost-after' : null);
    await device.syncer.sync();
    device.server.state.script = () => null;
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(device.server.state.outcomes.size).toBe(700);
    await unpackAll();
    expect(await device.db.people.count()).toBe(700);
  });

  it('are taken once where the device stopped between an answer and writing it down, with the next on its way', async () => {
    await take(1200);
    let stops = 1;
    const stop = () => {
      if (stops === 0) return;
      stops -= 1;
      throw new DOMException('no room', 'QuotaExceededError');
    };
    device.db.bundles.hook('updating', stop);
    expect(await device.syncer.sync()).toMatchObject({ ok: false, notice: { kind: 'storage' } });
    await expect.poll(() => device.server.state.outcomes.size).toBe(980);
    expect(await device.db.bundles.toArray()).toMatchObject(
      [490, 490, 220].map((count) => ({ count, state: 'waiting' })),
    );
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(device.server.state.outcomes.size).toBe(1200);
    await unpackAll();
    expect(await device.db.people.count()).toBe(1200);
    expect(await syncView(device.db)).toMatchObject({ waiting: 0, parked: 0 });
  });

  it('are handed in by a device that was revoked', async () => {
    await take(600);
    const handed: number[] = [];
    device.server.state.script = ({ path, body }) => {
      if (path === '/v1/quarantine') {
        handed.push((body as { operations: unknown[] }).operations.length);
        return Response.json({ kept: 1 });
      }
      return path === '/v1/wiped'
        ? new Response(null, { status: 204 })
        : refuse('device-revoked', { nonce: 'n' });
    };
    await device.syncer.sync();
    expect(handed).toEqual([490, 110]);
    const left = await Promise.all(device.db.tables.map(async (one) => [one.name, await one.count()]));
    expect(left.filter(([, count]) => count !== 0)).toEqual([['meta', 1]]);
  });
});
