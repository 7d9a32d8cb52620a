import { beforeEach, describe, expect, it } from 'vitest';
import { writeMeta } from '../../../extension/db/meta.ts';
import { fetchRecord } from '../../../extension/db/queries/fetch-first.ts';
import { listParked } from '../../../extension/db/queries/list-parked.ts';
import { notesAbout } from '../../../extension/db/queries/notes-about.ts';
import { segmentsOfRows } from '../../../extension/db/segment.ts';
import { appendSegments } from '../../../extension/db/segments.ts';
import { recordTables, settleRecords } from '../../../extension/db/settle-records.ts';
import { writeDecision, writeEdit } from '../../../extension/record/write-decisions.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { type MadeUpDevice, madeUpDevice, madeUpId, noon } from '../made-up-device.ts';

let device: MadeUpDevice;
const [ines, pia, first, second] = [madeUpId(31), madeUpId(32), madeUpId(51), madeUpId(52)];
const write = (id: string, set: Record<string, string>) =>
  writeEdit(device, [{ on: 'note', id, rank: 'person', set }]);
const texts = async (of = ines) => (await notesAbout(device.db, 'person', of)).map(({ text }) => text);

beforeEach(async () => {
  device = await madeUpDevice();
  for (const id of [ines, pia])
    await writeEdit(device, [{ on: 'person', id, rank: 'person', set: { name: `Person ${id}` } }]);
});

describe('private notes on the device', () => {
  it('are listed where they belong, in the order in which they were begun, until they are removed', async () => {
    await write(first, { about: ines, text: 'Prefers mornings' });
    await write(second, { about: ines, text: 'Ask about the crane' });
    await write(first, { text: 'Prefers afternoons' });
    expect(await texts()).toEqual(['Prefers afternoons', 'Ask about the crane']);
    expect(await texts(pia)).toEqual([]);
    expect(await notesAbout(device.db, 'person', ines)).toMatchObject([{ pending: true }, { pending: true }]);
    await write(first, { text: '' });
    expect(await texts()).toEqual(['Ask about the crane']);
  });

  it('are shown for all that is merged, and go back with what is parted', async () => {
    await write(first, { about: ines, text: 'Of Ines' });
    await write(second, { about: pia, text: 'Of Pia' });
    const pair = { kind: 'person' as const, keep: ines, other: pia, reasons: [] };
    await writeDecision(device, { name: 'merge-records', ...pair });
    expect([await texts(ines), await texts(pia)]).toEqual([
      ['Of Ines', 'Of Pia'],
      ['Of Ines', 'Of Pia'],
    ]);
    await writeDecision(device, { name: 'unmerge-records', one: ines, other: pia, verdict: 'apart' });
    expect([await texts(ines), await texts(pia)]).toEqual([['Of Ines'], ['Of Pia']]);
  });

  it('are hidden while the device is locked', async () => {
    await write(first, { about: ines, text: 'Prefers mornings' });
    await writeMeta(device.db, 'locked', true);
    expect(await texts()).toEqual([]);
  });

  it('that came in bulk are found with whom they are about', async () => {
    const stamp = makeStamp(noon, 0, 'x');
    await device.db.transaction('rw', recordTables(device.db), async () => {
      const packed = [
        stamp,
        1,
        { about: ines, text: 'From another device' },
        {},
        { decided: { member: device.member } },
      ];
      await appendSegments(device.db, segmentsOfRows([['note', first, 9, packed as never]], 0));
    });
    expect(await texts()).toEqual([]);
    await fetchRecord(device.db, ines);
    expect(await texts()).toEqual(['From another device']);
  });

  it('are named by their text where the workspace does not take them', async () => {
    await write(first, { about: ines, text: 'Prefers mornings' });
    const row = await device.db.outbox.orderBy('n').last();
    if (row === undefined) throw new Error('nothing was queued');
    await device.db.parked.put({ id: row.id, operation: row.operation, reason: 'id-in-use', at: noon });
    expect(await listParked(device.db)).toMatchObject([{ what: 'Prefers mornings' }]);
  });

  it('go with the pool’s word that they are gone', async () => {
    const { db, member } = device;
    await db.transaction('rw', recordTables(db), async () => {
      const base = { kind: 'note' as const, id: first, seq: 3, gone: true };
      await settleRecords(db, [{ kind: 'note', id: first, base }], { member, generation: 0 });
    });
    expect(await db.notes.count()).toBe(0);
  });
});
