import { beforeEach, describe, expect, it } from 'vitest';
import { enqueueInBulk } from '../../../extension/db/enqueue-operations.ts';
import { readMeta, writeMeta } from '../../../extension/db/meta.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import { recordTables } from '../../../extension/db/settle-records.ts';
import { writeEdit } from '../../../extension/record/write-decisions.ts';
import type { PushRequest } from '../../../shared/protocol/push.ts';
import type { ReEnrolRequest } from '../../../shared/protocol/re-enrol.ts';
import { madeUpId } from '../made-up-device.ts';
import { refuse } from './scripted-server.ts';
import { type SyncingDevice, syncingDevice, token } from './syncing-device.ts';

let device: SyncingDevice;
const newToken = `${madeUpId(9)}.${'B'.repeat(43)}`;
const newDevice = madeUpId(77);

/** The server took something from another clone of this profile, and knows the new device once it has given it. */
beforeEach(async () => {
  device = await syncingDevice();
  const { state } = device.server;
  state.last = madeUpId(200);
  state.script = ({ path, authorization }) => {
    if (path === '/v1/push' && authorization.endsWith(token)) return refuse('fork', { last: madeUpId(200) });
    if (path !== '/v1/re-enrol') return null;
    state.last = null;
    state.device = newDevice;
    const { workspace, member, key } = device.enrolment;
    const cursor = { epoch: 1, view: 1, seq: 0 };
    return Response.json({
      token: newToken,
      device: newDevice,
      member,
      role: 'rep',
      workspace,
      key,
      cursor,
      now: 0,
    });
  };
});

const write = (n: number) =>
  writeEdit(device, [{ on: 'account', id: madeUpId(n), rank: 'person', set: { name: `Account ${n}` } }]);
const writeMany = async () => {
  const { db, member, random } = device;
  const drafts = [50, 51].map((n) => ({
    type: 'write' as const,
    changes: [
      { on: 'person' as const, id: madeUpId(n), rank: 'person' as const, set: { name: `Person ${n}` } },
    ],
  }));
  await db.transaction('rw', recordTables(db), async () =>
    enqueueInBulk(db, drafts, { member, device: device.device, now: device.now(), random }),
  );
};

/** A round that ends before the device has kept its new credential. */
const stopBeforeItIsKept = async () => {
  const { write: keep } = device.deps.enrolment;
  device.deps.enrolment.write = () => Promise.reject(new Error('stopped'));
  await device.syncer.sync();
  device.deps.enrolment.write = keep;
  device.server.state.last = madeUpId(200);
};

describe('a profile that was copied or set back', () => {
  it('becomes a device of its own, keeps all, and sends what was unsent as it is', async () => {
    await write(40);
    await writeMany();
    await writeMeta(device.db, 'acked', madeUpId(201));
    const before = (await device.db.outbox.toArray()).map((row) => row.id);
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    const asked = device.server.asked.filter((one) => one.path === '/v1/re-enrol');
    expect(asked).toMatchObject([{ body: { last: madeUpId(201), waiting: 3 } }]);
    const pushes = device.server.asked.filter(
      (one) => one.path === '/v1/push' && one.authorization.endsWith(newToken),
    );
    const operations = pushes.flatMap((push) => (push.body as PushRequest).operations);
    expect(operations).toHaveLength(3);
    expect(operations.map((one) => one.id)).toContain(before[0]);
    expect(new Set(operations.map((one) => one.stamp.slice(18)))).toEqual(new Set([device.device]));
    expect([...device.server.pool.values()].map((row) => row.fields?.name?.value).sort()).toEqual([
      'Account 40',
      'Person 50',
      'Person 51',
    ]);
    expect(await device.deps.enrolment.read()).toMatchObject({
      token: newToken,
      device: newDevice,
      epoch: device.enrolment.epoch,
    });
    expect((await readMeta(device.db, 'joined'))?.device).toBe(newDevice);
  });

  it('is told so in a sentence that is no refusal, and goes on', async () => {
    await write(40);
    await device.syncer.sync();
    expect(await syncView(device.db)).toMatchObject({
      phase: 'saved',
      waiting: 0,
      notice: { kind: 'fork', detail: 're-enrolled' },
    });
  });

  it('begins anew where it was stopped before it knew its new credential', async () => {
    await write(40);
    await stopBeforeItIsKept();
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    expect(device.server.pool.size).toBe(1);
  });

  it('asks with the same secret until it has kept its new credential, and holds it no longer', async () => {
    await write(40);
    await stopBeforeItIsKept();
    await device.syncer.sync();
    const asked = device.server.asked.filter((one) => one.path === '/v1/re-enrol');
    const secrets = asked.map(({ body }) => (body as ReEnrolRequest).secret);
    expect(secrets).toEqual([expect.stringMatching(/^[\w-]{43}$/), secrets[0]]);
    expect(await readMeta(device.db, 'enrolling')).toBeUndefined();
  });

  it.each([
    ['knows nothing of this', 'not-found', 'fork'],
    ['has too many of them', 'rate-limited', 'rate-limited'],
  ] as const)('keeps all and says so where the worker %s', async (_what, answer, said) => {
    await write(40);
    const { script } = device.server.state;
    device.server.state.script = (asked) => (asked.path === '/v1/re-enrol' ? refuse(answer) : script(asked));
    expect(await device.syncer.sync()).toMatchObject({ ok: false, notice: { kind: said } });
    expect(await device.db.outbox.where('state').equals('waiting').count()).toBe(1);
  });
});
