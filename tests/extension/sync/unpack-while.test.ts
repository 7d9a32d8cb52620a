import { beforeEach, expect, it } from 'vitest';
import { importChanges } from '../../../extension/db/import-changes.ts';
import { reach } from '../../../extension/db/reach.ts';
import { parseSegment, type SegmentRow } from '../../../extension/db/segment.ts';
import { segmentsNote } from '../../../extension/db/segments.ts';
import { unpackWhile } from '../../../extension/sync/unpack-while.ts';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { type MadeUpDevice, madeUpDevice, seededRandom } from '../made-up-device.ts';

const seeded = seededRandom(31);
let device: MadeUpDevice;
beforeEach(async () => {
  device = await madeUpDevice();
  const { db, member, now, random } = device;
  const changes = Array.from({ length: 2500 }, (_, n): Change => {
    return { on: 'person', id: idFromBytes(seeded(16)), rank: 'person', set: { name: `Person ${n}` } };
  });
  await importChanges(db, changes, { member, device: device.device, now: now(), random });
});

/** Records of each slice, where the n-th takes so long. */
async function slices(took: (slice: number) => number): Promise<number[]> {
  const { db } = device;
  let time = 0;
  let asked = 0;
  const now = () => {
    asked += 1;
    if (asked % 2 === 0) time += took(asked / 2 - 1);
    return time;
  };
  const moved: number[] = [];
  let { left } = await segmentsNote(db);
  const wait = async () => {
    const after = (await segmentsNote(db)).left;
    moved.push(left - after);
    left = after;
  };
  expect(await unpackWhile({ db, now, wait }, () => true)).toBe(true);
  // Nobody waits after the last one.
  await wait();
  return moved;
}

it('slices grow for as long as nobody would have to wait for one', async () => {
  expect(await slices(() => 10)).toEqual([250, 500, 1000, 750]);
});

it('slices stay where they take a moment, and shrink again where they take long', async () => {
  expect(await slices((slice) => [10, 100, 100, 400][slice] ?? 400)).toEqual([
    250, 500, 500, 500, 250, 250, 250,
  ]);
});

it('leaves a second to whoever looks something up between two slices, but goes on however much is looked up', async () => {
  const { db } = device;
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    const [next] = await db.segmentKeys.orderBy('n').toArray();
    if (next === undefined || waits.length > 30) return;
    // Whoever is looked up is taken out of its segment, as if from another context.
    const line = parseSegment((await db.segments.get(next.n)) as SegmentRow)[waits.length];
    if (line) await reach(db, { ids: [line.id] }, { around: 'none' });
  };
  expect(await unpackWhile({ db, now: () => 0, wait }, () => true)).toBe(true);
  expect(waits.slice(0, 12)).toEqual([5, ...Array.from({ length: 10 }, () => 1000), 5]);
  expect((await segmentsNote(db)).left).toBe(0);
});
