import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { readMeta } from '../../../extension/db/meta.ts';
import { openUnsentCopy, type UnsentCopy } from '../../../extension/db/unsent-copy.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { writeDecision, writeEdit } from '../../../extension/record/write-decisions.ts';
import { joinWorkspace } from '../../../extension/sync/join.ts';
import { createSyncer, restoringAtStart, type Syncer } from '../../../extension/sync/syncer.ts';
import { invitationLink } from '../../../shared/protocol/credential.ts';
import { freshDatabase } from '../fresh-database.ts';
import { madeUpId, madeUpMail, madeUpReading, members, policy } from '../made-up-device.ts';
import { refuse, type scriptedServer } from './scripted-server.ts';
import { type SyncingDevice, syncingDevice } from './syncing-device.ts';

let device: SyncingDevice;
let unsent: UnsentCopy;
let places: Map<string, IDBFactory>;
let disk: IDBFactory;

/** A browser's buckets, in its start of this name. */
const copyIn = (files: Map<string, IDBFactory>, start: string) =>
  openUnsentCopy({
    current: async () => start,
    all: async () => [...files.keys()],
    open: async (place) => {
      const indexedDB = files.get(place) ?? new IDBFactory();
      files.set(place, indexedDB);
      return { indexedDB, IDBKeyRange };
    },
    drop: async (place) => files.delete(place),
  });

beforeEach(async () => {
  places = new Map();
  unsent = copyIn(places, 'first');
  disk = new IDBFactory();
  const made = await syncingDevice({ factory: disk });
  await unsent.begin(made.member);
  const deps = { ...made.deps, unsent };
  device = { ...made, unsent, deps, syncer: createSyncer(deps) };
});

const mail = (n: number) =>
  madeUpReading([
    madeUpMail({ messageId: `${n}@c${n}.example`, from: { name: null, email: `p@c${n}.example` } }),
  ]);
const capture = (n: number, on = device) => recordReading(on, mail(n), policy);
const waiting = async ({ db } = device) =>
  (await db.outbox.orderBy('n').toArray()).map(({ operation }) => operation);
const copied = () => unsent.read(device.member);

/** The browser throws the database away, and opens an empty one. */
function emptied(): SyncingDevice & { syncer: Syncer } {
  const db = freshDatabase();
  const deps = { ...device.deps, db };
  return { ...device, db, deps, syncer: createSyncer(deps) };
}

const everything = async (db: SyncingDevice['db']) =>
  Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
const setBack = async (db: SyncingDevice['db'], image: Awaited<ReturnType<typeof everything>>) => {
  for (const [name, rows] of image) {
    await db.table(name).clear();
    await db.table(name).bulkPut([...rows]);
  }
};

const unreachable = (server: ReturnType<typeof scriptedServer>) => {
  server.state.script = () => 'lost-before';
};

describe('the copy of what was not sent', () => {
  it('has every operation that was called recorded, whichever way it came, until the server has it', async () => {
    await capture(1);
    await writeEdit(device, [{ on: 'person', id: madeUpId(70), rank: 'person', set: { name: 'Ines' } }]);
    await writeDecision(device, { name: 'take-account', account: madeUpId(71) });
    expect(await copied()).toEqual(await waiting());
    expect(await copied()).toHaveLength(3);
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(await copied()).toEqual([]);
  });

  it('keeps what the server did not take', async () => {
    await capture(1);
    unreachable(device.server);
    await device.syncer.sync();
    expect(await copied()).toEqual(await waiting());
  });

  it('gives a device whose database was emptied its unsent work again, in order and before all that follows', async () => {
    await capture(1);
    await device.syncer.sync();
    await capture(2);
    await capture(3);
    const before = await waiting();
    const again = emptied();
    const script = device.server.state.script;
    unreachable(device.server);
    await again.syncer.sync();
    expect(await waiting(again)).toEqual(before);
    expect(await readMeta(again.db, 'trouble')).toBeUndefined();
    await capture(4, again);
    const stamps = (await waiting(again)).map(({ stamp }) => stamp);
    expect(stamps).toEqual([...stamps].sort());
    expect(new Set(stamps).size).toBe(3);
    device.server.state.script = script;
    expect(await again.syncer.sync()).toMatchObject({ ok: true });
    expect(await waiting(again)).toEqual([]);
    for (const { id } of before) expect(device.server.state.outcomes.get(id)).toEqual({ kind: 'applied' });
    expect(await again.db.touches.count()).toBe(4);
  });

  it('sends nothing twice that the server has taken without this device having heard of it', async () => {
    await capture(1);
    await capture(2);
    device.server.state.script = ({ path }) => (path === '/v1/push' ? 'lost-after' : null);
    await device.syncer.sync();
    const taken = [...device.server.state.outcomes.keys()];
    expect(taken).toHaveLength(2);
    const again = emptied();
    device.server.state.script = () => null;
    await again.syncer.sync();
    expect([...device.server.state.outcomes.keys()]).toEqual(taken);
    expect(await waiting(again)).toEqual([]);
    expect(await again.db.touches.count()).toBe(2);
  });

  it('says that work may be lost where the copy was emptied too', async () => {
    await capture(1);
    const again = emptied();
    again.deps.unsent = copyIn(new Map(), 'second');
    unreachable(device.server);
    await createSyncer(again.deps).sync();
    expect(await readMeta(again.db, 'trouble')).toEqual({ kind: 'storage', detail: 'cleared' });
  });

  it('is nobody else’s', async () => {
    await capture(1);
    expect(await unsent.read(members.vera)).toBeNull();
    await unsent.begin(members.vera);
    expect(await copied()).toBeNull();
    expect(await unsent.read(members.vera)).toEqual([]);
  });

  it('goes with everything else when the device is revoked, once it was handed in', async () => {
    await capture(1);
    device.server.state.script = ({ path }) => {
      if (path === '/v1/quarantine') return Response.json({ kept: 1 });
      if (path === '/v1/wiped') return new Response(null, { status: 204 });
      return refuse('device-revoked', { reason: 'departed', nonce: 'nonce-1' });
    };
    await device.syncer.sync();
    expect(await copied()).toBeNull();
  });

  it('is handed in by a revoked device whose database was emptied', async () => {
    await capture(1);
    const [operation] = await waiting();
    const again = emptied();
    device.server.state.script = ({ path }) => {
      if (path === '/v1/quarantine') return Response.json({ kept: 1 });
      if (path === '/v1/wiped') return new Response(null, { status: 204 });
      return refuse('device-revoked', { reason: 'departed', nonce: 'nonce-1' });
    };
    await again.syncer.sync();
    const handedIn = device.server.asked.filter(({ path }) => path === '/v1/quarantine');
    expect(handedIn).toMatchObject([{ body: { operations: [{ id: operation?.id }] } }]);
  });

  it('does not keep anybody from recording where it cannot be written', async () => {
    const broken = openUnsentCopy({
      current: () => Promise.reject(new Error('no buckets')),
      all: async () => [],
      open: () => Promise.reject(new Error('no buckets')),
      drop: async () => undefined,
    });
    expect(await recordReading({ ...device, unsent: broken }, mail(5), policy)).toMatchObject({ touches: 1 });
    expect(await broken.read(device.member)).toBeNull();
  });

  it('gives back what a database that was set back to an earlier state has lost, before anything is sent', async () => {
    await capture(1);
    await device.syncer.sync();
    await capture(2);
    const image = await everything(device.db);
    await capture(3);
    await capture(4);
    const before = await waiting();
    await setBack(device.db, image);
    expect(await waiting()).toHaveLength(1);
    const next = { ...device.deps, db: freshDatabase(disk), unsent: copyIn(places, 'second') };
    await restoringAtStart(next)();
    expect(await waiting()).toEqual(before);
    expect(await next.unsent.read(device.member)).toEqual(before);
    expect([...places.keys()]).toEqual(['second']);
    await capture(5, { ...device, unsent: next.unsent });
    const stamps = (await waiting()).map(({ stamp }) => stamp);
    expect(stamps).toEqual([...stamps].sort());
    await createSyncer(next).sync();
    expect(await waiting()).toEqual([]);
    expect(device.server.state.outcomes.size).toBe(5);
    expect(await next.unsent.read(device.member)).toEqual([]);
  });

  it('brings nothing back that the server has acknowledged, or that was parked', async () => {
    await capture(1);
    await capture(2);
    const [first, second] = await waiting();
    device.server.state.decide = (id) =>
      id === second?.id ? { kind: 'rejected', reason: 'bad-value' } : null;
    await createSyncer({
      ...device.deps,
      unsent: { ...unsent, drop: async () => undefined, keepOnly: async () => undefined },
    }).sync();
    expect((await copied())?.map(({ id }) => id)).toEqual([first?.id, second?.id]);
    await restoringAtStart({ ...device.deps, db: freshDatabase(disk) })();
    expect(await waiting()).toEqual([]);
    expect(await copied()).toEqual([]);
  });

  it('outlives starts that were cut short while it was moved', async () => {
    await capture(1);
    const second = copyIn(places, 'second');
    await second.add(device.member, await device.db.outbox.toArray());
    const third = copyIn(places, 'third');
    expect(await third.read(device.member)).toEqual(await waiting());
    await restoringAtStart({ ...device.deps, unsent: third })();
    expect([...places.keys()]).toEqual(['third']);
    expect(await third.read(device.member)).toEqual(await waiting());
  });

  it('is the new member’s once somebody else joins', async () => {
    await capture(1);
    await device.deps.enrolment.leave({ workspace: madeUpId(9), member: device.member, reason: null });
    device.server.state.script = ({ path }) =>
      path === '/v1/join'
        ? Response.json({ ...device.enrolment, member: members.vera, now: device.clock.now })
        : null;
    const invitation = `${madeUpId(9)}.${'B'.repeat(43)}`;
    const link = invitationLink('http://worker.tidewater.test', invitation);
    expect(await joinWorkspace(device.deps, link, 'Laptop')).toMatchObject({ ok: true });
    expect(await unsent.read(members.vera)).toEqual([]);
  });

  it('drops nothing while what was lost cannot be brought back', async () => {
    await capture(1);
    const image = await everything(device.db);
    await capture(2);
    const before = await waiting();
    await setBack(device.db, image);
    const db = freshDatabase(disk);
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    db.outbox.hook('creating', full);
    const next = { ...device.deps, db };
    await expect(restoringAtStart(next)()).rejects.toThrow();
    expect(await createSyncer(next).sync()).toMatchObject({ ok: false, notice: { kind: 'storage' } });
    expect(await copied()).toEqual(before);
    db.outbox.hook('creating').unsubscribe(full);
    await createSyncer(next).sync();
    expect(device.server.state.outcomes.size).toBe(2);
  });

  it('comes to have what waits without one, of an older release or of a process that was stopped', async () => {
    await recordReading({ ...device, unsent: copyIn(new Map(), 'elsewhere') }, mail(1), policy);
    expect(await copied()).toEqual([]);
    await restoringAtStart({ ...device.deps, db: freshDatabase(disk) })();
    expect(await copied()).toEqual(await waiting());
    expect(await copied()).toHaveLength(1);
  });
});
