import { beforeEach, describe, expect, it } from 'vitest';
import { writeMeta } from '../../../extension/db/meta.ts';
import { countDuplicates, listDuplicates } from '../../../extension/db/queries/list-duplicates.ts';
import { type Settling, settleRecords } from '../../../extension/db/settle-records.ts';
import { findDuplicates } from '../../../extension/record/find-duplicates.ts';
import { writeDecision } from '../../../extension/record/write-decisions.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { Command } from '../../../shared/protocol/operation.ts';
import { type MadeUpDevice, madeUpDevice, madeUpId, members } from '../made-up-device.ts';

const all = { limit: 50, offset: 0 };
const stamp = '000000000001-0000-a';
const context = { member: members.jonas, generation: 0 };
let device: MadeUpDevice;
beforeEach(async () => {
  device = await madeUpDevice();
});

function person(id: string, name: string, email: string): Settling {
  const fields = { name: { value: name, stamp, rank: 'page' as const } };
  const sets = { emails: { [email]: [stamp] } };
  return { kind: 'person', id, base: { kind: 'person', id, seq: 9, gone: false, fields, sets, decided: {} } };
}

const [one, twin, third] = [madeUpId(21), madeUpId(22), madeUpId(23)];
const twins = [
  person(one, 'Ingrid Thorvaldsen', 'ingrid.thorvaldsen@harbour.example'),
  person(twin, 'Thorvaldsen, Ingrid', 'i.thorvaldsen@harbour.example'),
  person(third, 'Boris Anders', 'boris@south.example'),
];
const lay = (rows: readonly Settling[]) => settleRecords(device.db, rows, context);
const find = () => findDuplicates(device.db, async () => {});
const pairs = async () =>
  (await listDuplicates(device.db, all)).rows.map(({ keep, other }) => [keep.id, other.id].sort());
const decide = (command: Command) => writeDecision(device, command);

describe('records that may be one', () => {
  beforeEach(async () => {
    await lay(twins);
    await find();
  });

  it('are listed with the reason and with what differs', async () => {
    const { rows, total } = await listDuplicates(device.db, all);
    expect(total).toBe(1);
    expect(rows[0]?.reasons[0]?.kind).toMatch(/name|email/);
    expect([rows[0]?.keep.id, rows[0]?.other.id].sort()).toEqual([one, twin]);
    expect(rows[0]?.fields).toContainEqual({ field: 'name', is: 'same' });
    expect(rows[0]?.fields).toContainEqual({ field: 'emails', is: 'differs' });
  });

  it('are gone at once when they are merged or set apart, and come back when that is taken back', async () => {
    const pair = { one, other: twin };
    await decide({ name: 'merge-records', kind: 'person', keep: one, other: twin, reasons: [] });
    expect(await pairs()).toEqual([]);
    await decide({ name: 'unmerge-records', ...pair, verdict: 'open' });
    expect(await pairs()).toEqual([[one, twin]]);
    await decide({ name: 'not-same', kind: 'person', ...pair });
    expect([await pairs(), await countDuplicates(device.db)]).toEqual([[], 0]);
    await find();
    expect(await device.db.duplicates.count()).toBe(0);
    await decide({ name: 'maybe-same', ...pair });
    await find();
    expect(await pairs()).toEqual([[one, twin]]);
  });

  it('that are apart stay so for whatever is merged with either of them', async () => {
    await decide({ name: 'not-same', kind: 'person', one, other: twin });
    await decide({ name: 'merge-records', kind: 'person', keep: third, other: one, reasons: [] });
    await find();
    expect(await pairs()).toEqual([]);
  });

  it('are not shown while the device is locked', async () => {
    await writeMeta(device.db, 'locked', true);
    expect(await listDuplicates(device.db, all)).toEqual({ rows: [], total: 0 });
    expect(await countDuplicates(device.db)).toBe(0);
  });

  it('are written down once: a search that finds the same disturbs nobody', async () => {
    const writes: unknown[] = [];
    device.db.duplicates.hook('creating', (key) => void writes.push(key));
    device.db.duplicates.hook('updating', (change) => void writes.push(change));
    await find();
    expect(writes).toEqual([]);
  });

  it('are forgotten once they are no longer found', async () => {
    await lay([person(twin, 'Somebody Else', 'else@west.example')]);
    await find();
    expect(await device.db.duplicates.count()).toBe(0);
  });
});

describe('a large pool', () => {
  it('is fetched in slices, and listed by the page', async () => {
    const idOf = (n: number) =>
      idFromBytes(Uint8Array.from({ length: 16 }, (_, i) => (i === 0 ? n >> 8 : i === 1 ? n & 255 : 7)));
    const rows = Array.from({ length: 1200 }, (_, n) =>
      person(idOf(n), `Ingrid${n >> 1} Thorvaldsen${n >> 1}`, `p${n}@company${n >> 1}.example`),
    );
    await lay(rows);
    const pauses: number[] = [];
    await findDuplicates(device.db, async () => void pauses.push(1));
    expect(pauses.length).toBeGreaterThan(2);
    const { rows: page, total } = await listDuplicates(device.db, { limit: 10, offset: 10 });
    expect(page).toHaveLength(10);
    expect(total).toBeGreaterThan(20);
  });
});
