import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewOf } from '../../../extension/db/held-state.ts';
import { accountDetail } from '../../../extension/db/queries/account-detail.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listMembersLocal } from '../../../extension/db/queries/list-members-local.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { policyInForce } from '../../../extension/db/queries/policy-in-force.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import { type Recorder, recordReading } from '../../../extension/record/record-reading.ts';
import { writeDecision } from '../../../extension/record/write-decisions.ts';
import { exchange } from '../../../extension/sync/exchange.ts';
import { joinWorkspace } from '../../../extension/sync/join.ts';
import { holdLive, type SocketLike } from '../../../extension/sync/live.ts';
import type { SyncDependencies } from '../../../extension/sync/sync-dependencies.ts';
import { createSyncer, type Syncer } from '../../../extension/sync/syncer.ts';
import type { InterpretedMail } from '../../../shared/capture/interpreted-reading.ts';
import { systemRandomness } from '../../../shared/domain/ids.ts';
import { derivationFrom } from '../../../shared/identity/derived-ids.ts';
import { inviteResponse } from '../../../shared/protocol/members.ts';
import type { Command } from '../../../shared/protocol/operation.ts';
import { createWorkspace } from '../../../worker/local/create-workspace.ts';
import { type RunningWorker, startWorker } from '../../../worker/local/start-worker.ts';
import { freshDatabase } from '../fresh-database.ts';
import { madeUpMail, madeUpReading } from '../made-up-device.ts';
import { memoryEnrolment } from './syncing-device.ts';

type Device = { recorder: Recorder; deps: SyncDependencies; syncer: Syncer };

const all = { limit: 50, offset: 0 };
let dataDir: string;
let worker: RunningWorker;
let vera: Device;

async function joinAs(link: string): Promise<Device> {
  const db = freshDatabase();
  const deps: SyncDependencies = {
    db,
    enrolment: memoryEnrolment(null),
    fetch,
    now: Date.now,
    random: systemRandomness,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    lock: (_name, task) => task(),
  };
  const joined = await joinWorkspace(deps, link, 'test');
  expect(joined).toMatchObject({ ok: true });
  const enrolment = await deps.enrolment.read();
  if (enrolment === null) throw new Error('not joined');
  const { member, device, key } = enrolment;
  const derive = await derivationFrom(key);
  const syncer = createSyncer(deps);
  expect(await syncer.sync()).toEqual({ ok: true, value: null });
  return { recorder: { db, member, device, derive, now: Date.now, random: systemRandomness }, deps, syncer };
}

async function asAdmin<S extends v.GenericSchema>(path: string, body: unknown, schema: S) {
  const enrolment = await vera.deps.enrolment.read();
  const authorization = `Bearer ${enrolment?.token}`;
  const request = { method: 'POST' as const, path, authorization, body: JSON.stringify(body) };
  const answer = await exchange(vera.deps, worker.url, request, schema);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusal));
  return answer.body;
}

async function invite(name: string, email: string): Promise<Device> {
  const { link } = await asAdmin('/v1/invitations', { name, email, role: 'rep' }, inviteResponse);
  return joinAs(link);
}

async function read(device: Device, mail: Partial<InterpretedMail>) {
  const reading = madeUpReading([madeUpMail(mail)]);
  return recordReading(device.recorder, reading, await policyInForce(device.recorder.db));
}

const accounts = async ({ recorder: { db } }: Device) => (await listAccounts(db, all)).rows;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'holdfast-device-'));
  worker = await startWorker({ dataDir });
  const { invitation } = await createWorkspace(worker, {
    name: 'Tidewater Tools',
    slug: 'tidewater',
    ownDomains: ['tidewater.test'],
    admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
  });
  vera = await joinAs(invitation);
});

afterAll(async () => {
  await worker.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('devices on the real worker', () => {
  it('share what they capture, make one contact of one mail, and pass accounts on when somebody leaves', async () => {
    const jonas = await invite('Jonas Weber', 'jonas.weber@tidewater.test');
    const amira = await invite('Amira Haddad', 'amira.haddad@tidewater.test');
    await amira.syncer.sync();
    expect((await listMembersLocal(amira.recorder.db)).map((m) => m.name)).toEqual([
      'Amira Haddad',
      'Jonas Weber',
      'Vera Novak',
    ]);

    const to = [
      { name: null, email: 'jonas.weber@tidewater.test' },
      { name: null, email: 'amira.haddad@tidewater.test' },
    ];
    await read(jonas, { to });
    await read(amira, { to, messageId: null });
    await jonas.syncer.sync();
    await amira.syncer.sync();
    await jonas.syncer.sync();
    for (const device of [jonas, amira]) {
      const [account, ...more] = await accounts(device);
      expect(more).toEqual([]);
      expect(account).toMatchObject({
        name: 'harbour.example',
        touches: 1,
        pending: false,
        steward: { name: 'Jonas Weber' },
      });
      const detail = await accountDetail(device.recorder.db, account?.id ?? '');
      expect(detail?.touches[0]?.witnesses.map((w) => w.name).sort()).toEqual([
        'Amira Haddad',
        'Jonas Weber',
      ]);
      expect(await device.recorder.db.outbox.count()).toBe(0);
    }
    expect(await jonas.recorder.db.people.toArray()).toEqual(await amira.recorder.db.people.toArray());

    await read(jonas, { messageId: 'late@harbour.example', subject: 'Not sent before leaving' });
    await asAdmin(`/v1/members/${jonas.recorder.member}/status`, { status: 'departed' }, v.null());
    expect(await jonas.syncer.sync()).toMatchObject({
      ok: false,
      notice: { kind: 'device-revoked', reason: 'departed' },
    });
    expect(await jonas.recorder.db.accounts.count()).toBe(0);
    expect(await jonas.deps.enrolment.read()).toBe(null);

    await amira.syncer.sync();
    expect((await listAccounts(amira.recorder.db, { ...all, steward: 'unassigned' })).total).toBe(1);
    const [account] = await accounts(amira);
    await writeDecision(amira.recorder, { name: 'take-account', account: account?.id ?? '' });
    await amira.syncer.sync();
    expect((await accounts(amira))[0]).toMatchObject({
      pending: false,
      touches: 1,
      steward: { name: 'Amira Haddad' },
    });
  });

  it('are told live of what another device sent', async () => {
    const one = await invite('Rosa Lind', 'rosa.lind@tidewater.test');
    const other = await invite('Timo Berg', 'timo.berg@tidewater.test');
    const stop = new AbortController();
    const openSocket = (url: string, protocols: string[]) => new WebSocket(url, protocols) as SocketLike;
    const connected = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const look = async () => {
      if ((await accounts(other)).some((account) => account.name === 'live.example')) arrived.resolve();
    };
    const live = holdLive(
      { ...other.deps, openSocket, pokeTaken: look },
      () => {
        void other.syncer.sync().then(() => {
          connected.resolve();
          return look();
        });
      },
      stop.signal,
    );
    await connected.promise;
    await read(one, {
      messageId: 'l@live.example',
      from: { name: null, email: 'l@live.example' },
      to: [{ name: null, email: 'jonas.weber@tidewater.test' }],
    });
    await one.syncer.sync();
    await arrived.promise;
    stop.abort();
    await live;
  });

  it('lose nothing and double nothing where the worker is killed in the middle of a push', async () => {
    const device = await invite('Nele Brandt', 'nele.brandt@tidewater.test');
    const count = 120;
    for (let n = 0; n < count; n += 1)
      await read(device, { messageId: `k${n}@kill.example`, subject: `Mail ${n}` });
    const killedAt = [5, 15, 30];
    for (const ms of killedAt) {
      const round = device.syncer.sync();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await worker.kill();
      await round;
      worker = await startWorker({ dataDir });
      await read(device, { messageId: `between${ms}@kill.example`, subject: `Between ${ms}` });
    }
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(await syncView(device.recorder.db)).toMatchObject({ phase: 'saved', waiting: 0, parked: 0 });
    await vera.syncer.sync();
    for (const { recorder } of [device, vera]) {
      const touches = await recorder.db.touches.toArray();
      const subjects = touches
        .map((row) => (viewOf(row).fact as { subject: string }).subject)
        .filter((s) => /^(?:Mail|Between) /.test(s));
      expect(new Set(subjects).size).toBe(count + killedAt.length);
      expect(subjects).toHaveLength(count + killedAt.length);
    }
  });

  it('merge crosswise while offline, come to one, and undo it for everybody', async () => {
    const first = await invite('Mira Lang', 'mira.lang@tidewater.test');
    const second = await invite('Noor Haddad', 'noor.haddad@tidewater.test');
    const mail = { messageId: 'twins@cove.example' };
    await read(first, { ...mail, from: { name: 'Ada Cove', email: 'ada@cove.example' } });
    await read(first, {
      ...mail,
      messageId: 'other@cove.example',
      from: { name: 'Ada B. Cove', email: 'ada.cove@cove.example' },
    });
    for (const device of [first, second]) await device.syncer.sync();
    const found = async ({ recorder: { db } }: Device) =>
      (await listPeople(db, { ...all, search: 'cove' })).rows;
    const [one, other] = (await found(second)).map(({ id }) => id) as [string, string];
    const merge = (keep: string, away: string): Command => ({
      name: 'merge-records',
      kind: 'person',
      keep,
      other: away,
      reasons: ['same-name'],
    });
    await writeDecision(first.recorder, merge(one, other));
    await writeDecision(second.recorder, merge(other, one));
    for (const [device, top] of [
      [first, one],
      [second, other],
    ] as const) {
      expect((await found(device)).map(({ id, pending }) => [id, pending])).toEqual([[top, true]]);
    }
    for (const device of [first, second, first]) await device.syncer.sync();
    for (const device of [first, second]) {
      expect((await found(device)).map(({ id, pending }) => [id, pending])).toEqual([[one, false]]);
    }
    await writeDecision(second.recorder, { name: 'unmerge-records', one, other, verdict: 'apart' });
    for (const device of [second, first]) await device.syncer.sync();
    for (const device of [first, second]) {
      expect((await found(device)).map(({ id }) => id)).toEqual([one, other]);
    }
    expect(await first.recorder.db.parked.count()).toBe(0);
  });
});
