import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf, viewOf } from '../../../extension/db/held-state.ts';
import { reach } from '../../../extension/db/reach.ts';
import { segmentsOfRows } from '../../../extension/db/segment.ts';
import { appendSegments, segmentsNote } from '../../../extension/db/segments.ts';
import { recordTables, settleRecords, tableOf } from '../../../extension/db/settle-records.ts';
import { unpackOldest } from '../../../extension/db/unpack.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import { recordKinds } from '../../../shared/domain/records.ts';
import { type PackedRow, unpackRow } from '../../../shared/sync/packed-row.ts';
import { freshDatabase } from '../fresh-database.ts';
import { type MadeUpDevice, madeUpDevice, members, seededRandom } from '../made-up-device.ts';

let device: MadeUpDevice;
beforeEach(async () => {
  device = await madeUpDevice();
});

const stamp = '01a20846fe00-0000-a';
const random = seededRandom(7);
const ids = Array.from({ length: 600 }, () => idFromBytes(random(16)));
const id = (n: number) => ids[n] as string;
const person = (n: number, email: string, seq = n + 1): PackedRow => [
  'person',
  id(n),
  seq,
  [stamp, 0, { name: `Person ${n}` }, { emails: [email] }, { decided: {} }],
];
const gone = (n: number, seq: number): PackedRow => ['person', id(n), seq];

const transaction = (work: () => Promise<unknown>) =>
  device.db.transaction('rw', recordTables(device.db), async () => work());
const append = (rows: PackedRow[]) => transaction(() => appendSegments(device.db, segmentsOfRows(rows, 0)));
const settle = (rows: PackedRow[]) =>
  transaction(() =>
    settleRecords(
      device.db,
      rows.map((row) => ({ kind: row[0], id: row[1], base: row })),
      { member: members.jonas, generation: 0 },
    ),
  );
const byEmail = (email: string) => device.db.people.where('emails').equals(email).toArray();
const find = async (email: string) => {
  await reach(device.db, { values: [email] }, { around: 'all' });
  return (await byEmail(email)).map((row) => row.id);
};
const unpackAll = async () => {
  while (await unpackOldest(device.db));
};

describe('records in segments', () => {
  it('are in no table until they are sought, and then just those are', async () => {
    await append(Array.from({ length: 600 }, (_, n) => person(n, `p${n}@c.example`)));
    expect(await device.db.segments.count()).toBe(3);
    expect(await device.db.people.count()).toBe(0);
    expect(await find('p321@c.example')).toEqual([id(321)]);
    expect(await device.db.people.count()).toBe(1);
    expect(await segmentsNote(device.db)).toMatchObject({ left: 599, total: 600 });
    expect(await find('nobody@c.example')).toEqual([]);
  });

  it('are all in the tables once they are unpacked, and nothing of the segments is left', async () => {
    await append(Array.from({ length: 600 }, (_, n) => person(n, `p${n}@c.example`)));
    await find('p3@c.example');
    await unpackAll();
    expect(await device.db.people.count()).toBe(600);
    expect([await device.db.segments.count(), await device.db.segmentKeys.count()]).toEqual([0, 0]);
    expect(await segmentsNote(device.db)).toMatchObject({ left: 0, total: 0 });
    const row = await device.db.people.get(id(599));
    expect(row && viewOf(row).fields?.name?.value).toBe('Person 599');
  });

  it('count as what came last, also where that no longer holds what is sought', async () => {
    await append([person(1, 'old@c.example'), person(2, 'other@c.example')]);
    await append([person(1, 'new@c.example', 50)]);
    expect(await find('old@c.example')).toEqual([]);
    expect(await find('new@c.example')).toEqual([id(1)]);
    await unpackAll();
    expect((await byEmail('old@c.example')).length).toBe(0);
  });

  it('count before what a table holds of them, which may be found by what it held', async () => {
    await settle([person(1, 'old@c.example')]);
    await append([person(1, 'new@c.example', 50)]);
    expect(await find('old@c.example')).toEqual([]);
    expect(await find('new@c.example')).toEqual([id(1)]);
  });

  it('do not come back once they are gone or have been written otherwise', async () => {
    await append([person(1, 'a@c.example'), person(2, 'b@c.example')]);
    await settle([gone(1, 50), person(2, 'c@c.example', 51)]);
    expect(await find('a@c.example')).toEqual([]);
    await unpackAll();
    expect((await device.db.people.toArray()).map((row) => baseOf(row)?.seq)).toEqual([51]);
  });

  it('are what own operations are laid on', async () => {
    const { db, member, device: name, random } = device;
    const { enqueueOperations } = await import('../../../extension/db/enqueue-operations.ts');
    await append([person(1, 'a@c.example')]);
    const change = { on: 'person', id: id(1), rank: 'person', set: { note: 'Ours' } } as const;
    await transaction(() =>
      enqueueOperations(db, [{ type: 'write', changes: [change] }], { member, device: name, now: 1, random }),
    );
    const [row] = await byEmail('a@c.example');
    expect(row && viewOf(row).fields).toMatchObject({ name: { value: 'Person 1' }, note: { value: 'Ours' } });
  });

  it('are dropped where no version can read them, and do not keep the others', async () => {
    await append([person(1, 'a@c.example'), person(2, 'b@c.example')]);
    const body = new TextEncoder().encode(`[["person","x"],${JSON.stringify(person(2, 'b@c.example'))}]`);
    await device.db.segments.put({ n: 1, body });
    await unpackAll();
    expect((await device.db.people.toArray()).map((row) => row.id)).toEqual([id(2)]);
    expect(await device.db.segments.count()).toBe(0);
  });
});

it('whatever way records come, are sought, change and are unpacked, in whichever context, the device shows the newest of each', async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('append' as const),
      rows: fc.array(fc.tuple(fc.nat(12), fc.nat(5)), { maxLength: 8 }),
    }),
    fc.record({
      do: fc.constant('settle' as const),
      rows: fc.array(fc.tuple(fc.nat(12), fc.nat(5)), { maxLength: 3 }),
    }),
    fc.record({
      do: fc.constant('seek' as const),
      rows: fc.array(fc.tuple(fc.nat(12), fc.nat(5)), { maxLength: 2 }),
    }),
    fc.record({ do: fc.constant('unpack' as const), rows: fc.constant([] as [number, number][]) }),
    fc.record({
      do: fc.constant('abort' as const),
      rows: fc.array(fc.tuple(fc.nat(12), fc.nat(5)), { maxLength: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.nat(2)), { maxLength: 18 }), async (steps) => {
      const factory = new IDBFactory();
      const background = await madeUpDevice({ factory });
      device = background;
      const contexts = [background.db, freshDatabase(factory), freshDatabase(factory)];
      const expected = new Map<string, PackedRow>();
      let seq = 10;
      for (const [{ do: what, rows }, context] of steps) {
        device = { ...background, db: contexts[context] ?? background.db };
        const made = [...new Map(rows).entries()].map(([n, email]) => {
          seq += 1;
          return email === 5 ? gone(n, seq) : person(n, `e${email}@c.example`, seq);
        });
        if (what === 'append') await append(made);
        if (what === 'settle') await settle(made);
        if (what === 'append' || what === 'settle') for (const row of made) expected.set(row[1], row);
        if (what === 'unpack') await unpackOldest(device.db);
        if (what === 'abort') {
          const undone = transaction(async () => {
            await appendSegments(device.db, segmentsOfRows(made, 0));
            await settleRecords(
              device.db,
              made.map(([kind, id]) => ({ kind, id })),
              { member: '', generation: 0 },
            );
            throw new Error('no room');
          });
          await undone.catch(() => undefined);
        }
        for (const [n, email] of what === 'seek' ? rows : []) {
          const wanted = [...expected.values()].filter((row) => JSON.stringify(row).includes(`"e${email}@`));
          expect((await find(`e${email}@c.example`)).sort()).toEqual(wanted.map((row) => row[1]).sort());
          await reach(device.db, { ids: [id(n)] }, { around: 'none' });
          const row = await device.db.people.get(id(n));
          const last = expected.get(id(n));
          expect(row === undefined ? undefined : baseOf(row)).toEqual(
            last === undefined || last.length === 3 ? undefined : unpackRow(last),
          );
        }
      }
      await unpackAll();
      const held = [];
      for (const kind of recordKinds) {
        if (kind === 'person') held.push(...(await tableOf(device.db, kind).toArray()));
      }
      const bases = held.map(baseOf).sort((a, b) => (a?.id ?? '').localeCompare(b?.id ?? ''));
      const left = [...expected.values()].filter((row) => row.length === 4).map(unpackRow);
      expect(bases).toEqual(left.sort((a, b) => a.id.localeCompare(b.id)));
    }),
    { numRuns: 60 },
  );
});
