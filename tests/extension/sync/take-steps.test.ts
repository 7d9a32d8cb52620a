import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf, viewOf } from '../../../extension/db/held-state.ts';
import { readMeta, writeMeta } from '../../../extension/db/meta.ts';
import { segmentsOfRows } from '../../../extension/db/segment.ts';
import { appendSegments } from '../../../extension/db/segments.ts';
import { recordTables } from '../../../extension/db/settle-records.ts';
import type { PersonRow } from '../../../extension/db/stored-rows.ts';
import { writeEdit } from '../../../extension/record/write-decisions.ts';
import { takeSteps } from '../../../extension/sync/take-steps.ts';
import type { PackedRow } from '../../../shared/sync/packed-row.ts';
import type { Row } from '../../../shared/sync/row.ts';
import { madeUpId } from '../made-up-device.ts';
import { type SyncingDevice, syncingDevice } from './syncing-device.ts';

const id = madeUpId(60);
const stamp = '01a20846f000-0000-a';
const later = '01a20846f100-0000-b';
const row: PackedRow = [
  'person',
  id,
  5,
  [stamp, 1, { name: 'Ines' }, { emails: ['a@c.example'] }, { decided: {} }],
];
let device: SyncingDevice;

beforeEach(async () => {
  device = await syncingDevice();
  device.server.state.seq = 4;
  device.server.put({ kind: 'person', id, gone: false, fields: {}, sets: {}, decided: {} });
  await device.syncer.sync();
  await takeSteps(device.db, [[5, 6, 'rows', [row]]], 6);
});

const at = async () => (await readMeta(device.db, 'cursor'))?.seq;
const name = async () => {
  const held = await device.db.people.get(id);
  return held && viewOf(held).fields?.name?.value;
};
const rename = (to: string): [string, ['person', string, 1, Record<string, string>][]] => [
  later,
  [['person', id, 1, { name: to }]],
];

describe('a poke that carries the change', () => {
  it('is laid on what the device holds, and moves the cursor with it', async () => {
    expect([await at(), await name()]).toEqual([6, 'Ines']);
    expect(await takeSteps(device.db, [[6, 7, 'changes', [rename('Ines Duarte')]]], 7)).toBe(true);
    expect([await at(), await name()]).toEqual([7, 'Ines Duarte']);
    const held = await device.db.people.get(id);
    expect(held && baseOf(held)).toMatchObject({ seq: 7, sets: { emails: { 'a@c.example': [stamp] } } });
  });

  it('is laid on what still waits in a segment', async () => {
    const waiting: PackedRow = ['person', madeUpId(61), 6, row[3] as NonNullable<(typeof row)[3]>];
    await device.db.transaction('rw', recordTables(device.db), async () => {
      await appendSegments(device.db, segmentsOfRows([waiting], 0));
    });
    const change = ['person', madeUpId(61), 1, { note: 'New' }] as const;
    await takeSteps(device.db, [[6, 7, 'changes', [[later, [[...change]]]]]], 7);
    const held = await device.db.people.get(madeUpId(61));
    expect(held && viewOf(held).fields).toMatchObject({ name: { value: 'Ines' }, note: { value: 'New' } });
  });

  it('takes rows away, and own operations stay on top of what it brings', async () => {
    await writeEdit(device, [{ on: 'person', id, rank: 'person', set: { name: 'Ours' } }]);
    await takeSteps(device.db, [[6, 7, 'changes', [rename('Theirs')]]], 7);
    expect(await name()).toBe('Ours');
    await device.db.outbox.clear();
    await takeSteps(device.db, [[7, 8, 'rows', [['person', id, 8]]]], 8);
    expect(await name()).toBe(undefined);
  });

  it('brings nothing that the device does not hold into being', async () => {
    const unseen = ['person', madeUpId(62), 1, { name: 'Unseen' }] as const;
    expect(await takeSteps(device.db, [[6, 7, 'changes', [[later, [[...unseen]]]]]], 7)).toBe(true);
    expect(await device.db.people.get(madeUpId(62))).toBe(undefined);
  });

  it('is passed over where it is old, and asks for a pull where something before it is missing', async () => {
    const steps = (from: number, to: number, said: string) =>
      takeSteps(device.db, [[from, to, 'changes', [rename(said)]]], to);
    expect(await steps(4, 5, 'Old')).toBe(true);
    expect(await steps(9, 10, 'Ahead')).toBe(false);
    expect([await at(), await name()]).toEqual([6, 'Ines']);
  });

  it('is not laid on what is between two pages, where something may not be there yet', async () => {
    device.server.put({ kind: 'person', id: madeUpId(63), gone: false, fields: {}, sets: {}, decided: {} });
    await writeMeta(device.db, 'cursor', { epoch: 1, view: 1, seq: 6, whole: false });
    expect(await takeSteps(device.db, [[6, 7, 'changes', [rename('Unsure')]]], 7)).toBe(false);
    expect([await at(), await name()]).toEqual([6, 'Ines']);
  });

  it('is taken as far as it can be read, and asks for a pull for the rest', async () => {
    const odd = [later, [['person', id, 1, { 'no field': 'x' }]]] as [string, never[]];
    expect(
      await takeSteps(
        device.db,
        [
          [6, 7, 'changes', [rename('Read')]],
          [7, 8, 'changes', [odd]],
        ],
        8,
      ),
    ).toBe(false);
    expect([await at(), await name()]).toEqual([7, 'Read']);
  });
});

describe('what a push alone moved', () => {
  it('need not be pulled back: the device then holds what the server does', async () => {
    device.server.state.own = true;
    await device.syncer.sync();
    await writeEdit(device, [
      {
        on: 'account',
        id: madeUpId(70),
        rank: 'person',
        set: { name: 'Harbour' },
        add: { domains: ['h.example'] },
      },
      { on: 'person', id, rank: 'person', set: { name: 'Renamed' } },
    ]);
    // The pool of this test is the server's, not what the pokes above said of it.
    const held = baseOf((await device.db.people.get(id)) as PersonRow) as Row;
    device.server.pool.set(id, held);
    device.server.state.seq = (await at()) ?? 0;
    const before = device.server.asked.length;
    await device.syncer.sync();
    const paths = device.server.asked.slice(before).map((one) => one.path);
    expect(paths.filter((path) => !path.startsWith('/v1/known'))).toEqual(['/v1/push']);
    expect(await at()).toBe(device.server.state.seq);
    for (const held of [await device.db.people.get(id), await device.db.accounts.get(madeUpId(70))]) {
      const { seq: _, ...ours } = (held && baseOf(held)) ?? { seq: 0 };
      const { seq: __, ...theirs } = device.server.pool.get(held?.id ?? '') ?? { seq: 0 };
      expect(ours).toEqual(theirs);
      expect(held).not.toHaveProperty('view');
    }
    expect(await device.db.outbox.count()).toBe(0);
  });
});
