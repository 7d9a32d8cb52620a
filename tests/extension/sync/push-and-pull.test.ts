import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf, viewOf } from '../../../extension/db/held-state.ts';
import { readMeta } from '../../../extension/db/meta.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listParked } from '../../../extension/db/queries/list-parked.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { discardParked, retryParked, writeEdit } from '../../../extension/record/write-decisions.ts';
import { pullAll } from '../../../extension/sync/pull.ts';
import type { PushRequest } from '../../../shared/protocol/push.ts';
import { madeUpId, madeUpMail, madeUpReading, noon, policy } from '../made-up-device.ts';
import { refuse } from './scripted-server.ts';
import { type SyncingDevice, syncingDevice, token } from './syncing-device.ts';

let device: SyncingDevice;
beforeEach(async () => {
  device = await syncingDevice();
});

const mailFrom = (n: number) =>
  madeUpMail({ messageId: `${n}@c${n}.example`, from: { name: `Person ${n}`, email: `p@c${n}.example` } });
const capture = (...numbers: number[]) => recordEach(numbers);
async function recordEach(numbers: number[]) {
  for (const n of numbers) await recordReading(device, madeUpReading([mailFrom(n)]), policy);
}
const names = async () =>
  (await listAccounts(device.db, { limit: 50, offset: 0 })).rows.map((row) => row.name);
const pushes = () =>
  device.server.asked.filter((one) => one.path === '/v1/push').map((one) => one.body as PushRequest);
const waiting = () => device.db.outbox.where('state').equals('waiting').count();

describe('a round of sync', () => {
  it('sends what waits, gzipped, and then holds exactly what the server holds', async () => {
    await capture(1, 2);
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    expect(await device.db.outbox.count()).toBe(0);
    expect(await syncView(device.db)).toMatchObject({ phase: 'saved', waiting: 0, since: null });
    for (const row of await device.db.accounts.toArray()) {
      expect(baseOf(row)).toEqual(device.server.pool.get(row.id));
      expect(row.pending).toBe(0);
    }
    expect(device.server.asked.map((one) => one.authorization)).toEqual(
      device.server.asked.map(() => `Bearer ${token}`),
    );
  });

  it('names the last acknowledged operation in each push', async () => {
    await capture(1);
    await device.syncer.sync();
    await capture(2);
    await device.syncer.sync();
    const [first, second] = pushes();
    expect(first?.from).toBe(null);
    expect(second?.from).toBe(first?.operations.at(-1)?.id.slice(0, 10));
  });

  it('keeps everything while offline, and says since when', async () => {
    device.server.state.script = () => 'lost-before';
    await capture(1);
    expect(await device.syncer.sync()).toMatchObject({ ok: false, notice: { kind: 'unreachable' } });
    device.clock.now += 3_600_000;
    await device.syncer.sync();
    expect(await syncView(device.db)).toMatchObject({ phase: 'offline', waiting: 1, since: noon });
    device.server.state.script = () => null;
    await device.syncer.sync();
    expect(await syncView(device.db)).toMatchObject({ phase: 'saved', waiting: 0, since: null });
  });

  it('sends nothing twice where only the answer was lost', async () => {
    await capture(1);
    device.server.state.script = (asked) => (asked.path === '/v1/push' ? 'lost-after' : null);
    await device.syncer.sync();
    device.server.state.script = () => null;
    await capture(2);
    await device.syncer.sync();
    expect(device.server.state.outcomes.size).toBe(2);
    expect([...device.server.pool.values()].filter((row) => row.kind === 'touch')).toHaveLength(2);
    expect(await device.db.outbox.count()).toBe(0);
  });

  it('shows what was acknowledged until its effects are pulled, and never less', async () => {
    await capture(1);
    device.server.state.script = (asked) => (asked.path.startsWith('/v1/pull') ? 'lost-before' : null);
    await device.syncer.sync();
    expect(await waiting()).toBe(0);
    expect(await names()).toEqual(['c1.example']);
    device.server.state.script = () => null;
    await device.syncer.sync();
    expect(await names()).toEqual(['c1.example']);
    expect(await device.db.outbox.count()).toBe(0);
  });

  it('takes back what lost against the pool, once it is known', async () => {
    await capture(1);
    await device.syncer.sync();
    const id = (await device.db.accounts.toArray())[0]?.id ?? '';
    await writeEdit(device, [{ on: 'account', id, rank: 'person', set: { name: 'Ours' } }]);
    expect(await names()).toEqual(['Ours']);
    device.server.state.decide = () => ({ kind: 'stale' });
    // Something else has moved meanwhile, so that the acknowledgement lies ahead of what was pulled.
    device.server.put({ kind: 'person', id: madeUpId(90), gone: false, fields: {}, sets: {} });
    await device.syncer.sync();
    expect(await names()).toEqual(['c1.example']);
    expect((await device.db.accounts.get(id))?.pending).toBe(0);
  });

  it('lays own unsent operations on what it pulls', async () => {
    await capture(1);
    await device.syncer.sync();
    const id = (await device.db.accounts.toArray())[0]?.id ?? '';
    await writeEdit(device, [{ on: 'account', id, rank: 'person', set: { name: 'Ours' } }]);
    const stamp = '000000000001-0000-a';
    const held = device.server.pool.get(id) ?? { sets: {} };
    const fields = {
      name: { value: 'Theirs', stamp, rank: 'person' as const },
      note: { value: 'New', stamp, rank: 'person' as const },
    };
    device.server.put({ ...held, kind: 'account', id, gone: false, fields });
    expect(await pullAll(device.deps, device.enrolment)).toEqual({ kind: 'current', rows: 1 });
    const row = await device.db.accounts.get(id);
    expect(row && viewOf(row).fields).toMatchObject({ name: { value: 'Ours' }, note: { value: 'New' } });
    expect(row && baseOf(row)?.fields).toMatchObject({ name: { value: 'Theirs' } });
  });
});

describe('operations that the server does not take', () => {
  it('are parked with the reason, and their effect is taken back', async () => {
    await capture(1, 2);
    const [first] = await device.db.outbox.toArray();
    device.server.state.decide = (id) =>
      id === first?.id ? { kind: 'rejected', reason: 'not-allowed' } : null;
    await device.syncer.sync();
    expect(await listParked(device.db)).toMatchObject([{ reason: 'not-allowed', what: 'Person 1' }]);
    expect(await names()).toEqual(['c2.example']);
    expect(await syncView(device.db)).toMatchObject({ phase: 'saved', parked: 1 });
  });

  it('go out again as new ones when the person says so, or are given up', async () => {
    await capture(1);
    device.server.state.decide = () => ({ kind: 'rejected', reason: 'not-allowed' });
    await device.syncer.sync();
    const [parked] = await listParked(device.db);
    device.server.state.decide = () => null;
    await retryParked(device, parked?.operation ?? '');
    await device.syncer.sync();
    expect(await names()).toEqual(['c1.example']);
    expect(await listParked(device.db)).toEqual([]);
    await discardParked(device, parked?.operation ?? '');
  });

  it.each([
    ['names it', true],
    ['does not name it', false],
  ])(
    'are found and parked where the server refuses the whole push and %s; the rest goes on',
    async (_what, named) => {
      await capture(1, 2, 3, 4, 5, 6, 7);
      const bad = (await device.db.outbox.toArray())[4]?.id;
      device.server.state.script = ({ path, body }) => {
        if (path !== '/v1/push') return null;
        const at = (body as PushRequest).operations.findIndex((operation) => operation.id === bad);
        return at === -1 ? null : refuse('malformed', named ? { operation: at } : {});
      };
      await device.syncer.sync();
      expect(await listParked(device.db)).toMatchObject([{ operation: bad, reason: 'malformed' }]);
      expect(device.server.state.outcomes.size).toBe(6);
      expect(await device.db.outbox.count()).toBe(0);
      expect(await names()).toHaveLength(6);
    },
  );

  it('are not all parked where the server finds fault with every push', async () => {
    await capture(1, 2, 3, 4, 5, 6, 7, 8);
    device.server.state.script = ({ path }) => (path === '/v1/push' ? refuse('malformed') : null);
    expect(await device.syncer.sync()).toMatchObject({ notice: { kind: 'malformed' } });
    expect([await waiting(), await device.db.parked.count()]).toEqual([7, 1]);
    expect(await syncView(device.db)).toMatchObject({ phase: 'refused' });
  });

  it('are sent in smaller pushes where the server finds them too large', async () => {
    await capture(1, 2, 3, 4, 5);
    device.server.state.script = ({ path, body }) =>
      path === '/v1/push' && (body as PushRequest).operations.length > 2 ? refuse('too-large') : null;
    await device.syncer.sync();
    expect(device.server.state.outcomes.size).toBe(5);
    expect(await device.db.parked.count()).toBe(0);
  });
});

describe('refusals', () => {
  it.each([
    'unauthorized',
    'forbidden',
    'not-found',
    'upgrade-required',
    'rate-limited',
    'server-error',
  ] as const)('%s keeps every record and every unsent operation, and says so', async (kind) => {
    await capture(1, 2);
    device.server.state.script = () => refuse(kind);
    expect(await device.syncer.sync()).toMatchObject({ ok: false, notice: { kind } });
    expect([await waiting(), await device.db.accounts.count()]).toEqual([2, 2]);
    expect(await syncView(device.db)).toMatchObject({ notice: { kind } });
  });

  it('by something in between, such as a proxy, are never taken for the worker’s word', async () => {
    await capture(1);
    device.server.state.script = () => new Response('<h1>Gone</h1>', { status: 410 });
    expect(await device.syncer.sync()).toMatchObject({ notice: { kind: 'server-error' } });
    expect(await device.db.accounts.count()).toBe(1);
  });

  it('an answer cut short counts as none', async () => {
    await capture(1);
    device.server.state.script = ({ path }) =>
      path.startsWith('/v1/pull') ? new Response('{"kind":"page","rows":[') : null;
    expect(await device.syncer.sync()).toMatchObject({ notice: { kind: 'unreachable' } });
    expect((await readMeta(device.db, 'cursor'))?.seq).toBe(0);
  });
});

describe('a fork', () => {
  it('stops the queue, keeps all of it, and says so', async () => {
    await capture(1);
    device.server.state.last = madeUpId(200);
    expect(await device.syncer.sync()).toMatchObject({ notice: { kind: 'fork' } });
    expect(await waiting()).toBe(1);
    expect(await syncView(device.db)).toMatchObject({ phase: 'refused' });
  });

  it('is none where the server’s last operation is one of ours that waits', async () => {
    await capture(1, 2, 3);
    const [first, second] = await device.db.outbox.toArray();
    device.server.state.last = second?.id ?? null;
    let refused = 0;
    device.server.state.script = ({ path, body }) => {
      if (path !== '/v1/push' || (body as PushRequest).operations[0]?.id !== first?.id) return null;
      refused += 1;
      return refuse('fork', { last: second?.id ?? null });
    };
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(refused).toBe(1);
    expect([...device.server.state.outcomes.keys()]).toHaveLength(1);
    expect(await device.db.outbox.count()).toBe(0);
  });

  it('that is none tells what was rejected of it, and that is shown', async () => {
    await capture(1, 2, 3);
    const [first, second] = await device.db.outbox.toArray();
    device.server.state.script = ({ path, body }) => {
      if (path !== '/v1/push' || (body as PushRequest).operations[0]?.id !== first?.id) return null;
      device.server.state.last = second?.id ?? null;
      return refuse('fork', { last: second?.id ?? null, rejected: { [first?.id ?? '']: 'not-allowed' } });
    };
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(await device.db.parked.toArray()).toMatchObject([{ id: first?.id, reason: 'not-allowed' }]);
    expect(await device.db.outbox.count()).toBe(0);
  });

  it('is none after a restore: the pull brings the new epoch, and the push fits again', async () => {
    await capture(1);
    await device.syncer.sync();
    device.server.state.epoch = 2;
    await capture(2);
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect((await names()).sort()).toEqual(['c1.example', 'c2.example']);
  });
});

describe('beginning again', () => {
  it('keeps the outbox and what is still there, and takes away the rest at the last page', async () => {
    await capture(1, 2);
    await device.syncer.sync();
    const gone = [...device.server.pool.values()].find(
      (row) => row.sets?.domains?.['c1.example'] !== undefined,
    );
    device.server.pool.delete(gone?.id ?? '');
    device.server.state.view = 2;
    await capture(3);
    await device.syncer.sync();
    expect((await names()).sort()).toEqual(['c2.example', 'c3.example']);
    expect(await readMeta(device.db, 'cursor')).toMatchObject({ view: 2 });
  });

  it('happens by itself where the storage was cleared from outside; the device says so, and sends on', async () => {
    await capture(1);
    await device.syncer.sync();
    await Promise.all(device.db.tables.map((table) => table.clear()));
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(await names()).toEqual(['c1.example']);
    expect(await syncView(device.db)).toMatchObject({ notice: { kind: 'storage', detail: 'cleared' } });
    await capture(2);
    expect(await device.syncer.sync()).toMatchObject({ ok: true });
    expect(await waiting()).toBe(0);
  });
});

describe('the clock', () => {
  it('is corrected by the server’s, so that stamps are right on a wrong clock', async () => {
    device.server.state.clockAhead = 7_200_000;
    await device.syncer.sync();
    expect(await readMeta(device.db, 'clock')).toEqual({ offset: 7_200_000 });
    await capture(1);
    const [row] = await device.db.outbox.toArray();
    expect(Number.parseInt(row?.operation.stamp.slice(0, 12) ?? '', 16)).toBe(noon + 7_200_000);
  });
});
