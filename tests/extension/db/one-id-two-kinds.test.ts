import { beforeEach, describe, expect, it } from 'vitest';
import { enqueueInBulk } from '../../../extension/db/enqueue-operations.ts';
import { viewOf } from '../../../extension/db/held-state.ts';
import { readMeta, writeMeta } from '../../../extension/db/meta.ts';
import { segmentsOfRows } from '../../../extension/db/segment.ts';
import { appendSegments } from '../../../extension/db/segments.ts';
import { recordTables, settleRecords } from '../../../extension/db/settle-records.ts';
import { unpackOldest } from '../../../extension/db/unpack.ts';
import { writeDecision, writeEdit } from '../../../extension/record/write-decisions.ts';
import type { Change } from '../../../shared/sync/change.ts';
import type { PackedRow } from '../../../shared/sync/packed-row.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { type MadeUpDevice, madeUpDevice, madeUpId, noon } from '../made-up-device.ts';

/** Held by the company as an account, and written here as a person. */
const id = madeUpId(61);
const stamp = makeStamp(noon - 1, 0, 'x');
const pooled: PackedRow = [
  'account',
  id,
  9,
  [stamp, 0, { name: 'Gull Ltd' }, {}, { decided: { steward: null } }],
];
const asPerson: Change = { on: 'person', id, rank: 'person', set: { name: 'Ines Gull' } };

let device: MadeUpDevice;
beforeEach(async () => {
  device = await madeUpDevice();
});

const within = (work: () => Promise<unknown>) =>
  device.db.transaction('rw', recordTables(device.db), async () => work());
const settle = (...settlings: Parameters<typeof settleRecords>[1]) =>
  within(() => settleRecords(device.db, settlings, { member: device.member, generation: 0 }));
const pull = () => settle({ kind: 'account', id, base: pooled });
const pullInBulk = () => within(() => appendSegments(device.db, segmentsOfRows([pooled], 0)));
const author = () => ({ member: device.member, device: device.device, now: noon, random: device.random });
const write = () => writeEdit(device, [asPerson as never]);
const writeInBulk = () =>
  within(() => enqueueInBulk(device.db, [{ type: 'write', changes: [asPerson] }], author()));
const unpackAll = async () => {
  while (await unpackOldest(device.db));
};

async function shown() {
  const [account, person] = await Promise.all([device.db.accounts.get(id), device.db.people.get(id)]);
  const nameIn = (row: typeof account | typeof person) =>
    row === undefined ? null : [viewOf(row).fields?.name?.value, row.pending, row.base !== null];
  return { account: nameIn(account), person: nameIn(person) };
}

const both = { account: ['Gull Ltd', 0, true], person: ['Ines Gull', 1, false] };

describe('one id under two kinds', () => {
  it.each([
    ['after it was pulled', [pull, write]],
    ['before it is pulled', [write, pull]],
    ['while it waits in a segment', [pullInBulk, write]],
    ['and the other comes in a segment', [write, pullInBulk, unpackAll]],
    ['in bulk, after it was pulled', [pull, writeInBulk, unpackAll]],
    ['in bulk, while it waits in a segment', [pullInBulk, writeInBulk, unpackAll]],
    ['in bulk, before it is pulled', [writeInBulk, pullInBulk, unpackAll]],
  ])('is two records until the server has decided: written %s', async (_when, steps) => {
    for (const step of steps) await step();
    expect(await shown()).toEqual(both);
  });

  it('is the company’s one once the other was refused', async () => {
    await pullInBulk();
    await write();
    const [row] = await device.db.outbox.toArray();
    await within(async () => {
      await device.db.outbox.delete(row?.n ?? 0);
      await settleRecords(device.db, [{ kind: 'person', id }], { member: device.member, generation: 0 });
    });
    expect(await shown()).toEqual({ ...both, person: null });
  });

  it('is the newer bootstrap’s one as soon as that is unpacked, and never both', async () => {
    const earlier: PackedRow = ['person', id, 4, [stamp, 0, { name: 'Ines Gull' }, {}, { decided: {} }]];
    await settle({ kind: 'person', id, base: earlier });
    await within(async () => {
      await appendSegments(device.db, segmentsOfRows([pooled], 1));
      await writeMeta(device.db, 'generation', { now: 1, sweep: false, later: true });
    });
    await unpackOldest(device.db);
    expect(await shown()).toEqual({ account: ['Gull Ltd', 0, true], person: null });
    expect(await readMeta(device.db, 'generation')).toEqual({ now: 1, sweep: false });
  });

  it('is two also within one operation', async () => {
    await writeEdit(device, [
      asPerson as never,
      { on: 'account', id, rank: 'person', set: { name: 'Gull' } },
    ]);
    expect(await shown()).toEqual({ account: ['Gull', 1, false], person: ['Ines Gull', 1, false] });
  });

  it('is decided about as what the decision is about', async () => {
    await write();
    await writeDecision(device, { name: 'take-account', account: id });
    expect(await shown()).toEqual({ account: null, person: ['Ines Gull', 1, false] });
  });
});
