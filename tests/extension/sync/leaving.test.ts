import { describe, expect, it } from 'vitest';
import { readMeta, writeMeta } from '../../../extension/db/meta.ts';
import type { Meta } from '../../../extension/db/meta-row.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { joinWorkspace } from '../../../extension/sync/join.ts';
import { leaseMs, lockIfLeaseRanOut } from '../../../extension/sync/note-contact.ts';
import { handInMs } from '../../../extension/sync/revoked.ts';
import { restoringAtStart } from '../../../extension/sync/syncer.ts';
import { invitationLink } from '../../../shared/protocol/credential.ts';
import { madeUpId, madeUpMail, madeUpReading, members, policy, workspaceKey } from '../made-up-device.ts';
import { type Asked, refuse } from './scripted-server.ts';
import { memoryEnrolment, type SyncingDevice, syncingDevice, token } from './syncing-device.ts';

const revoked = () => refuse('device-revoked', { reason: 'departed', nonce: 'nonce-1' });
const capture = (device: SyncingDevice, n: number) => {
  const from = { name: null, email: `p@c${n}.example` };
  return recordReading(
    device,
    madeUpReading([madeUpMail({ messageId: `${n}@c${n}.example`, from })]),
    policy,
  );
};
const handedIn = (asked: readonly Asked[]) =>
  asked
    .filter((one) => one.path === '/v1/quarantine')
    .flatMap((one) => (one.body as { operations: { id: string }[] }).operations);

async function rowsLeft({ db }: SyncingDevice): Promise<Record<string, number>> {
  const counts = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe('a revoked device', () => {
  it('hands in what it had not sent, deletes everything, confirms, and forgets its token', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    await device.syncer.sync();
    await capture(device, 2);
    const unsent = (await device.db.outbox.toArray()).map((row) => row.id);
    device.server.state.script = ({ path }) => {
      if (path === '/v1/quarantine') return Response.json({ kept: 1 });
      return path === '/v1/wiped' ? new Response(null, { status: 204 }) : revoked();
    };
    expect(await device.syncer.sync()).toMatchObject({
      ok: false,
      notice: { kind: 'device-revoked', reason: 'departed' },
    });
    expect(handedIn(device.server.asked).map((one) => one.id)).toEqual(unsent);
    expect(device.server.asked.at(-1)).toMatchObject({ path: '/v1/wiped', body: { nonce: 'nonce-1' } });
    expect(await rowsLeft(device)).toEqual({ meta: 1 });
    expect(await device.deps.enrolment.read()).toBe(null);
    expect(await syncView(device.db)).toMatchObject({
      phase: 'refused',
      notice: { kind: 'device-revoked', reason: 'departed' },
    });
  });

  it('is wiped again where the browser sets its database back to before the wipe, and still says why', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    const tables = () =>
      Promise.all(device.db.tables.map(async (table) => [table, await table.toArray()] as const));
    const before = await tables();
    device.server.state.script = ({ path }) => {
      if (path === '/v1/quarantine') return Response.json({ kept: 1 });
      return path === '/v1/wiped' ? new Response(null, { status: 204 }) : revoked();
    };
    await device.syncer.sync();
    await device.db.meta.clear();
    for (const [table, rows] of before) await table.bulkAdd(rows as never[]);
    await restoringAtStart(device.deps)();
    expect(await rowsLeft(device)).toEqual({ meta: 1 });
    expect(await syncView(device.db)).toMatchObject({
      notice: { kind: 'device-revoked', reason: 'departed' },
    });
    // Whoever joins next is nobody who left: their enrolment may be lost, and what they recorded stays.
    for (const [table, rows] of before) await table.bulkPut(rows as never[]);
    const joined = (await readMeta(device.db, 'joined')) as Meta['joined'];
    await writeMeta(device.db, 'joined', { ...joined, member: members.vera });
    await device.db.meta.delete('revoked');
    await restoringAtStart(device.deps)();
    expect(await device.db.outbox.count()).toBe(1);
  });

  it('hands in all but the one that the server cannot read', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    await capture(device, 2);
    await capture(device, 3);
    const unsent = (await device.db.outbox.toArray()).map((row) => row.id);
    device.server.state.script = ({ path, body }) => {
      if (path === '/v1/wiped') return new Response(null, { status: 204 });
      if (path !== '/v1/quarantine') return revoked();
      const { operations } = body as { operations: { id: string }[] };
      const operation = operations.findIndex(({ id }) => id === unsent[1]);
      return operation === -1 ? Response.json({ kept: 2 }) : refuse('malformed', { operation });
    };
    await device.syncer.sync();
    expect(handedIn(device.server.asked).map((one) => one.id)).toEqual([...unsent, unsent[0], unsent[2]]);
    expect(await rowsLeft(device)).toEqual({ meta: 1 });
  });

  it('keeps only the outbox where the hand-in fails, tries again, and gives up after thirty days', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    device.server.state.script = ({ path }) => (path === '/v1/quarantine' ? 'lost-before' : revoked());
    await device.syncer.sync();
    expect(await rowsLeft(device)).toEqual({ meta: 1, outbox: 1 });
    await device.syncer.sync();
    expect(await rowsLeft(device)).toEqual({ meta: 1, outbox: 1 });
    device.clock.now += handInMs + 1;
    await device.syncer.sync();
    expect(await rowsLeft(device)).toEqual({ meta: 1 });
    expect(await device.deps.enrolment.read()).toBe(null);
  });

  it('sends nothing more to push', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    device.server.state.script = ({ path }) => (path === '/v1/quarantine' ? 'lost-before' : revoked());
    await device.syncer.sync();
    const before = device.server.asked.length;
    await device.syncer.sync();
    expect(device.server.asked.slice(before).map((one) => one.path)).toEqual(['/v1/quarantine']);
  });
});

describe('a device without contact for fourteen days', () => {
  it('hides the pool, goes on capturing, and shows it again after contact', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    await device.syncer.sync();
    const all = { limit: 10, offset: 0 };
    device.clock.now += leaseMs;
    expect(await lockIfLeaseRanOut(device.db, device.clock.now)).toBe(false);
    device.clock.now += 1;
    expect(await lockIfLeaseRanOut(device.db, device.clock.now)).toBe(true);
    expect(await syncView(device.db)).toMatchObject({ phase: 'locked' });
    expect(await listAccounts(device.db, all)).toEqual({ rows: [], total: 0 });
    expect(await capture(device, 2)).toMatchObject({ touches: 1 });
    device.clock.now -= leaseMs;
    await lockIfLeaseRanOut(device.db, device.clock.now);
    expect((await listAccounts(device.db, all)).total).toBe(0);
    await device.syncer.sync();
    expect((await listAccounts(device.db, all)).total).toBe(2);
  });
});

describe('joining', () => {
  const link = invitationLink('http://worker.tidewater.test', token);
  const answer = {
    token,
    device: madeUpId(1),
    member: madeUpId(102),
    role: 'rep',
    workspace: { id: madeUpId(9), name: 'Tidewater Tools', slug: 'tidewater' },
    key: workspaceKey,
    cursor: { epoch: 3, view: 1, seq: 0 },
    now: 0,
  };

  it('makes the browser a device, with the invitation in the header and nowhere else', async () => {
    const device = await syncingDevice();
    const deps = { ...device.deps, enrolment: memoryEnrolment(null) };
    device.server.state.script = () => Response.json(answer);
    expect(await joinWorkspace(deps, link, 'Jonas’s laptop')).toEqual({
      ok: true,
      value: { workspace: 'Tidewater Tools', member: answer.member },
    });
    expect(device.server.asked[0]).toMatchObject({ path: '/v1/join', authorization: `Invitation ${token}` });
    expect(await deps.enrolment.read()).toMatchObject({ token, server: 'http://worker.tidewater.test' });
    expect(await syncView(device.db)).toMatchObject({
      workspace: 'Tidewater Tools',
      phase: 'sending',
      waiting: 0,
    });
  });

  it.each([
    ['no link at all', 'hello', 'bad-link', null],
    ['a link without an invitation', 'http://worker.tidewater.test/#join=abc', 'bad-link', null],
    ['a spent invitation', link, 'invitation-spent', 'invitation-spent'],
  ] as const)('is refused for %s, and nothing is written', async (_what, text, kind, refusal) => {
    const device = await syncingDevice();
    const deps = { ...device.deps, enrolment: memoryEnrolment(null) };
    device.server.state.script = () => (refusal === null ? null : refuse(refusal));
    expect(await joinWorkspace(deps, text, 'laptop')).toMatchObject({ ok: false, notice: { kind } });
    expect(await deps.enrolment.read()).toBe(null);
  });

  it('is refused while unsent work of another enrolment is not handed in', async () => {
    const device = await syncingDevice();
    await capture(device, 1);
    device.server.state.script = ({ path }) => (path === '/v1/quarantine' ? 'lost-before' : revoked());
    await device.syncer.sync();
    expect(await joinWorkspace(device.deps, link, 'laptop')).toMatchObject({
      ok: false,
      notice: { kind: 'conflict' },
    });
    expect(await device.db.outbox.count()).toBe(1);
  });
});
