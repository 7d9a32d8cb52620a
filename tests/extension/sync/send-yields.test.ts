import { beforeEach, expect, it } from 'vitest';
import { addYields } from '../../../extension/db/add-yields.ts';
import { writeMeta } from '../../../extension/db/meta.ts';
import { sendYields } from '../../../extension/sync/send-yields.ts';
import { yieldLimits } from '../../../shared/protocol/yields.ts';
import { dayOf, noCounts, type YieldCounts } from '../../../shared/yield/yield-counts.ts';
import { noon } from '../made-up-device.ts';
import { refuse } from './scripted-server.ts';
import { type SyncingDevice, syncingDevice, token } from './syncing-device.ts';

const today = dayOf(noon);
let device: SyncingDevice;

beforeEach(async () => {
  device = await syncingDevice();
  device.server.state.script = ({ path }) =>
    path === '/v1/yields' ? new Response(null, { status: 204 }) : null;
});

const count = (counts: Partial<YieldCounts>, day = today) =>
  addYields(device.db, [{ day, reader: 'roundcube', version: 1, counts: { ...noCounts, ...counts } }]);
const sent = () =>
  device.server.asked
    .filter(({ path }) => path === '/v1/yields')
    .map(({ body }) => (body as { rows: { day: number; seen: number }[] }).rows);
const halfHour = () => {
  device.clock.now += 30 * 60_000;
};

it('offers totals, with the device’s token, and not what the device notes for itself', async () => {
  await count({ seen: 3, read: 3 });
  await count({ seen: 1, refused: 1, opened: 1 });
  await sendYields(device.deps);
  const row = {
    day: today,
    reader: 'roundcube',
    version: 1,
    ...noCounts,
    seen: 4,
    read: 3,
    refused: 1,
    opened: 1,
  };
  expect(sent()).toEqual([[row]]);
  expect(device.server.asked[0]).toMatchObject({ method: 'POST', authorization: `Bearer ${token}` });
});

it('offers nothing again that was taken, and the whole total once it has grown', async () => {
  await count({ seen: 3, read: 3 });
  await sendYields(device.deps);
  halfHour();
  await sendYields(device.deps);
  expect(sent()).toHaveLength(1);
  await count({ seen: 1 });
  await sendYields(device.deps);
  expect(sent().at(-1)).toMatchObject([{ seen: 4 }]);
});

it('waits half an hour between two offers, also after one that failed, and then offers it again', async () => {
  device.server.state.script = () => 'lost-before';
  await count({ seen: 3 });
  await sendYields(device.deps);
  await sendYields(device.deps);
  expect(sent()).toHaveLength(1);
  halfHour();
  device.server.state.script = () => refuse('not-found');
  await sendYields(device.deps);
  halfHour();
  await sendYields(device.deps);
  expect(sent()).toHaveLength(3);
});

it('does not wait on for a clock that was set back', async () => {
  await writeMeta(device.db, 'yields-offered', noon + 86_400_000);
  await count({ seen: 3 });
  await sendYields(device.deps);
  expect(sent()).toHaveLength(1);
});

it('counts as sent only what was under way, not what came meanwhile', async () => {
  const { script } = device.server.state;
  await count({ seen: 3 });
  const fetch = device.deps.fetch;
  await sendYields({
    ...device.deps,
    fetch: async (url, init) => {
      await count({ seen: 2 });
      return fetch(url, init);
    },
  });
  device.server.state.script = script;
  halfHour();
  await sendYields(device.deps);
  expect(sent().map((rows) => rows[0]?.seen)).toEqual([3, 5]);
});

it('deletes days that the server no longer takes, and sends as many rows at once as it takes', async () => {
  await count({ seen: 1 }, today - yieldLimits.days - 1);
  for (let version = 0; version < yieldLimits.rows + 5; version += 1) {
    const day = today - (version % 20);
    await addYields(device.db, [{ day, reader: 'sogo', version, counts: { ...noCounts, seen: 1 } }]);
  }
  await sendYields(device.deps);
  expect(sent()[0]).toHaveLength(yieldLimits.rows);
  expect(sent()[0]?.[0]?.day).toBe(today);
  expect(
    await device.db.yields
      .where('day')
      .below(today - yieldLimits.days)
      .count(),
  ).toBe(0);
  halfHour();
  await sendYields(device.deps);
  expect(sent()[1]).toHaveLength(5);
});

it('says nothing before joining, and nothing once it is revoked', async () => {
  await count({ seen: 1 });
  const revoked = { nonce: null, reason: null, until: noon, wiped: false };
  await writeMeta(device.db, 'revoked', revoked);
  await sendYields(device.deps);
  await device.db.meta.delete('revoked');
  await device.deps.enrolment.leave({
    workspace: device.enrolment.workspace.id,
    member: device.member,
    reason: null,
  });
  await sendYields(device.deps);
  expect(sent()).toEqual([]);
});
