import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf } from '../../../extension/db/held-state.ts';
import { readMeta } from '../../../extension/db/meta.ts';
import { listMembersLocal } from '../../../extension/db/queries/list-members-local.ts';
import { reach } from '../../../extension/db/reach.ts';
import { recordTables, settleRecords } from '../../../extension/db/settle-records.ts';
import { unpackOldest } from '../../../extension/db/unpack.ts';
import { createSyncer } from '../../../extension/sync/syncer.ts';
import { takeNewest } from '../../../extension/sync/take-snapshot.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import { type PackedRow, unpackRow } from '../../../shared/sync/packed-row.ts';
import { seededRandom } from '../made-up-device.ts';
import type { Asked } from './scripted-server.ts';
import { type SyncingDevice, syncingDevice } from './syncing-device.ts';

const seeded = seededRandom(5);
const stamp = '01a20846f000-0000-a';
const rows: PackedRow[] = Array.from({ length: 23 }, () => idFromBytes(seeded(16)))
  .sort()
  .map((id, n) => [
    'person',
    id,
    n + 10,
    [stamp, 0, { name: `Person ${n}` }, { emails: [`p${n}@c.example`] }],
  ]);
const colleague: PackedRow = [
  'member',
  idFromBytes(seeded(16)),
  9,
  { fact: { name: 'Timo Berg', role: 'rep', status: 'active', manager: null, department: null } },
];

/** What the worker answers, three rows a segment, from where it is asked to go on. */
function snapshotText(query: URLSearchParams, all: readonly PackedRow[] = rows): string {
  const after = query.get('after') ?? '';
  const left = all.filter(([, id]) => id > after);
  const lines = [JSON.stringify({ kind: 'snapshot', seq: 40, rows: all.length, now: 0 })];
  let segments = 0;
  for (let at = 0; at < left.length; at += 3) {
    const part = left.slice(at, at + 3);
    const body = JSON.stringify(part);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const head = { rows: part.length, bytes: Buffer.byteLength(body), sha256, last: part.at(-1)?.[1] };
    lines.push(JSON.stringify(head), body);
    segments += 1;
  }
  lines.push(JSON.stringify({ kind: 'end', rows: left.length, segments }));
  return `${lines.join('\n')}\n`;
}

/** A body that comes in pieces. */
function streamed(bytes: Uint8Array, size: number): Response {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  const body = new ReadableStream({
    pull: (controller) => {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
  return new Response(body);
}

let device: SyncingDevice;
let change: (whole: Uint8Array, asked: Asked) => Uint8Array;
beforeEach(async () => {
  device = await fresh();
});

async function fresh(all: readonly PackedRow[] = rows): Promise<SyncingDevice> {
  const made = await syncingDevice({ bulkRows: 2 });
  change = (whole) => whole;
  made.server.state.seq = 40;
  for (const row of all) made.server.pool.set(row[1], unpackRow(row));
  made.server.state.script = (asked) => {
    const url = new URL(asked.path, 'http://worker.tidewater.test');
    if (url.pathname !== '/v1/snapshot') return null;
    const whole = new TextEncoder().encode(snapshotText(url.searchParams, all));
    return streamed(change(whole, asked), 37);
  };
  return made;
}

const unpackAll = async () => {
  while (await unpackOldest(device.db));
};
const held = async () =>
  (await device.db.people.toArray()).map(baseOf).sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));
const asked = () =>
  device.server.asked.map((one) => one.path).filter((path) => path.startsWith('/v1/snapshot'));

describe('a snapshot', () => {
  it('of few records is in the tables with the round that brought it', async () => {
    device = await syncingDevice();
    device.server.state.script = ({ path }) =>
      path.startsWith('/v1/snapshot') ? new Response(snapshotText(new URLSearchParams())) : null;
    device.server.state.seq = 40;
    await device.syncer.sync();
    expect(await device.db.people.count()).toBe(rows.length);
  });

  it('brings everything without a page of it, and the pull goes on from where it began', async () => {
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    expect(device.server.asked.map((one) => one.path).filter((path) => !path.includes('known'))).toEqual([
      '/v1/snapshot?proto=3&epoch=1&view=1',
      '/v1/pull?proto=3&epoch=1&view=1&since=40&limit=2000',
    ]);
    await reach(device.db, { values: ['p7@c.example'] }, { around: 'all' });
    expect(await device.db.people.where('emails').equals('p7@c.example').count()).toBe(1);
    expect(await device.db.people.count()).toBeLessThan(rows.length);
    await unpackAll();
    expect(await held()).toEqual(rows.map(unpackRow));
    expect([await readMeta(device.db, 'snapshot'), (await readMeta(device.db, 'cursor'))?.seq]).toEqual([
      undefined,
      40,
    ]);
  });

  it.each([
    { takes: 'no time', slow: false, first: ['/v1/newest', '/v1/pull', '/v1/snapshot'] },
    { takes: 'long', slow: true, first: ['/v1/known', '/v1/newest', '/v1/snapshot'] },
  ])(
    'of a large pool that takes $takes has what is new, and who is known only where one waits',
    async ({ slow, first }) => {
      const newest: PackedRow = ['person', rows[4]?.[1] ?? '', 14, rows[4]?.[3] ?? {}];
      const asked: string[] = [];
      device = await syncingDevice({ bulkRows: 2 });
      const { wait } = device.deps;
      device.deps.wait = (ms, signal) => (slow && ms === 10_000 ? Promise.resolve() : wait(ms, signal));
      device.server.state.seq = 40;
      device.server.state.script = ({ path }) => {
        asked.push(path.slice(0, path.indexOf('?')));
        if (path.startsWith('/v1/newest')) return Response.json({ kind: 'newest', rows: [newest], now: 0 });
        if (!path.startsWith('/v1/snapshot')) return null;
        return new Response(
          snapshotText(new URLSearchParams()).replace('"rows":23,"now"', '"rows":90000,"now"'),
        );
      };
      expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
      expect(asked.slice(0, 3).sort()).toEqual(first);
      await unpackAll();
      expect(await held()).toEqual(rows.map(unpackRow));
    },
  );

  it('keeps nothing that came ahead of it and went before it was asked for again', async () => {
    const [kept, gone] = [rows.filter((_, n) => n !== 4), rows[4] as PackedRow];
    const asked: string[] = [];
    device = await fresh();
    device.server.state.script = ({ path }) => {
      const url = new URL(path, 'http://worker.tidewater.test');
      if (url.pathname === '/v1/newest') return Response.json({ kind: 'newest', rows: [gone], now: 0 });
      if (url.pathname === '/v1/pull' && url.searchParams.get('since') === '40') {
        const rows = [gone.slice(0, 3).with(2, 41)];
        return Response.json({
          kind: 'page',
          rows,
          cursor: { epoch: 1, view: 1, seq: 41 },
          more: false,
          now: 0,
        });
      }
      if (url.pathname !== '/v1/snapshot') return null;
      asked.push(url.search);
      // Large enough for what is new to come first; cut after its head, and the record went before it comes whole.
      const whole = snapshotText(url.searchParams, asked.length === 1 ? rows : kept).replace(
        /"rows":2[23],"now"/,
        '"rows":90000,"now"',
      );
      const seq = url.searchParams.get('seq') ?? (asked.length === 1 ? '40' : '41');
      const text = whole.replace('"seq":40', `"seq":${seq}`);
      return new Response(asked.length === 1 ? text.slice(0, text.indexOf('\n') + 1) : text);
    };
    expect((await device.syncer.sync()).ok).toBe(false);
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    expect(asked[1]).toContain('&seq=40');
    await unpackAll();
    expect((await held()).map((row) => row?.id)).toEqual(kept.map(([, id]) => id));
  });

  it.each([
    { has: 'records', pool: rows.filter((_, n) => n !== 4) },
    { has: 'nothing', pool: [] },
  ])(
    'that has $has keeps nothing that was looked up before it began and has gone since',
    async ({ pool }) => {
      device = await fresh(pool);
      await takeNewest(device.db, [rows[4] as PackedRow], { epoch: 1, view: 1, seq: 0 });
      await unpackAll();
      expect(await device.db.people.count()).toBe(1);
      expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
      await unpackAll();
      expect((await held()).map((row) => row?.id)).toEqual(pool.map(([, id]) => id));
    },
  );

  it('has colleagues and the policy in the tables at once', async () => {
    device = await fresh([...rows, colleague].sort((a, b) => (a[1] < b[1] ? -1 : 1)));
    await device.syncer.sync();
    expect((await listMembersLocal(device.db)).map(({ name }) => name)).toContain('Timo Berg');
  });

  it('wherever it is cut and however often, is never taken for whole, keeps what came, and ends the same', async () => {
    const length = snapshotText(new URLSearchParams()).length;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: length - 1 }), { maxLength: 4 }), async (cuts) => {
        device = await fresh();
        const due = [...cuts];
        let whole = true;
        change = (bytes) => {
          const at = due.shift();
          whole = at === undefined || at >= bytes.length;
          return whole ? bytes : bytes.subarray(0, at);
        };
        for (;;) {
          const answer = await device.syncer.sync();
          expect(answer.ok).toBe(whole);
          if (answer.ok) break;
          expect((await readMeta(device.db, 'cursor'))?.seq).toBe(0);
        }
        await unpackAll();
        expect(await held()).toEqual(rows.map(unpackRow));
      }),
      { numRuns: 25 },
    );
  });

  it('goes on after the last whole segment', async () => {
    change = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2));
    expect(await device.syncer.sync()).toMatchObject({ ok: false, notice: { kind: 'unreachable' } });
    change = (bytes) => bytes;
    await device.syncer.sync();
    const progress = asked()[1]?.match(/&seq=40&after=(\w+)$/)?.[1];
    expect(rows.findIndex(([, id]) => id === progress)).toBeGreaterThan(5);
  });

  it.each([
    ['one letter of a row', (text: string) => text.replace('Person 13', 'Person 31')],
    ['a row', (text: string) => text.replace(/\["person","\w+",17,.*?\]\},?\]\]?,?/, '')],
    ['the count at the end', (text: string) => text.replace('"rows":23,"segments"', '"rows":22,"segments"')],
    ['a segment', (text: string) => text.split('\n').toSpliced(7, 2).join('\n')],
  ])('that differs from what was sent in %s is not taken for whole', async (_what, alter) => {
    const plain = snapshotText(new URLSearchParams());
    expect(alter(plain)).not.toBe(plain);
    change = (bytes) => new TextEncoder().encode(alter(new TextDecoder().decode(bytes)));
    expect(await device.syncer.sync()).toMatchObject({ ok: false });
    expect((await readMeta(device.db, 'cursor'))?.seq).toBe(0);
  });

  it('that can no longer be gone on with is begun again, and what it had brought is taken away where it is gone', async () => {
    change = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2));
    await device.syncer.sync();
    const [first] = rows;
    device.server.pool.delete(first?.[1] ?? '');
    device.server.state.view = 2;
    const left = rows.slice(1);
    device.server.state.script = ({ path }) => {
      const url = new URL(path, 'http://worker.tidewater.test');
      if (url.pathname !== '/v1/snapshot') return null;
      const restart = { kind: 'restart', cursor: { epoch: 1, view: 2, seq: 0 }, now: 0 };
      if (url.searchParams.get('view') === '1') return new Response(`${JSON.stringify(restart)}\n`);
      return new Response(snapshotText(url.searchParams, left));
    };
    expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
    await unpackAll();
    expect(await held()).toEqual(left.map(unpackRow));
    expect(await readMeta(device.db, 'generation')).toMatchObject({ sweep: false });
  });

  it('takes away in the end what only shares the beginning of its id with something that came', async () => {
    await device.syncer.sync();
    await unpackAll();
    const [kept] = rows;
    const id = kept?.[1] ?? '';
    const twin = `${id.slice(0, 6)}${'0'.repeat(20)}`;
    const stray = { kind: 'person' as const, id: twin, seq: 5, gone: false, fields: {}, sets: {} };
    await device.db.transaction('rw', recordTables(device.db), async () =>
      settleRecords(device.db, [{ kind: 'person', id: twin, base: stray }], { member: '', generation: 0 }),
    );
    const next = await syncingDevice({ bulkRows: 2, server: device.server });
    const { db } = device;
    device.server.state.view = 2;
    const { sync } = createSyncer({ ...next.deps, db });
    expect(await sync()).toEqual({ ok: true, value: null });
    await unpackAll();
    expect(await held()).toEqual(rows.map(unpackRow));
  });
});
