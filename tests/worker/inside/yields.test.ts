import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { yieldLimits, yieldsResponse } from '../../../shared/protocol/yields.ts';
import type { YieldRow } from '../../../shared/yield/reader-health.ts';
import { dayOf, startOfDay } from '../../../shared/yield/yield-counts.ts';
import { problemOf, refusal, type TestDevice } from '../device-client.ts';
import { noon } from '../made-up-operations.ts';
import { foundWorkspace, type MadeUpWorkspace } from '../made-up-workspace.ts';
import { yieldOf } from '../made-up-yields.ts';
import { query, send, setClock } from './send.ts';

const today = dayOf(noon);
let workspace: MadeUpWorkspace;
let jonas: TestDevice;
let amira: TestDevice;

beforeEach(async () => {
  workspace = await foundWorkspace(send);
  jonas = await workspace.member('Jonas Weber', 'rep');
  amira = await workspace.member('Amira Haddad', 'rep');
  await setClock(workspace.id, () => noon);
});

const count = (device: TestDevice, ...rows: YieldRow[]) => device.post('/v1/yields', { rows });
async function counted(days?: number) {
  const answer = await workspace.admin.get(`/v1/yields${days === undefined ? '' : `?days=${days}`}`);
  expect(answer.status).toBe(200);
  return v.parse(yieldsResponse, await answer.json()).rows;
}

test('the totals of all devices are summed by day, reader and version', async () => {
  expect(
    (await count(jonas, yieldOf(today), yieldOf(today - 1), yieldOf(today, { version: 2 }))).status,
  ).toBe(204);
  await count(amira, yieldOf(today, { seen: 30, read: 20 }), yieldOf(today, { reader: 'gmail' }));
  expect(await counted()).toEqual([
    yieldOf(today - 1),
    yieldOf(today, { reader: 'gmail' }),
    yieldOf(today, { seen: 40, read: 29, partly: 2, opened: 4, used: 2 }),
    yieldOf(today, { version: 2 }),
  ]);
});

test('a total that is repeated or overtaken changes nothing, a later one replaces it whole', async () => {
  const later = yieldOf(today, { seen: 12, read: 9, refused: 2 });
  for (const total of [yieldOf(today), later, yieldOf(today), later]) await count(jonas, total);
  expect(await counted()).toEqual([later]);
  // A device whose storage was emptied begins again at nothing.
  await count(jonas, yieldOf(today, { seen: 3, read: 0, partly: 0, refused: 3, opened: 1, used: 1 }));
  expect(await counted()).toEqual([later]);
});

test('only an admin reads them, and is told of no device and no member', async () => {
  await count(jonas, yieldOf(today));
  const manager = await workspace.member('Mira Lang', 'manager');
  for (const device of [jonas, manager])
    expect(await refusal(await device.get('/v1/yields'))).toBe('403 forbidden');
  const said = await (await workspace.admin.get('/v1/yields')).text();
  for (const id of [jonas.device, jonas.member]) expect(said).not.toContain(id);
});

test('a revoked device counts no more; what it counted stays, and nothing there names its member', async () => {
  await count(jonas, yieldOf(today));
  await workspace.admin.post(`/v1/members/${jonas.member}/status`, { status: 'departed' });
  expect(await refusal(await count(jonas, yieldOf(today, { seen: 99 })))).toBe('410 device-revoked');
  expect(await counted()).toEqual([yieldOf(today)]);
  expect(JSON.stringify(await query(workspace.id, 'SELECT * FROM yield'))).not.toContain(jonas.member);
});

test.each([
  ['parts greater than the whole', { read: 11 }],
  ['more used than opened', { used: 3 }],
  ['a reader that is no webmail', { reader: 'web' }],
  ['less than nothing', { refused: -1 }],
  ['more than anybody sees in a day', { seen: 100_001 }],
  ['a half mail', { seen: 10.5 }],
])('%s is malformed', async (_what, changes) => {
  expect(await refusal(await count(jonas, yieldOf(today, changes as Partial<YieldRow>)))).toBe(
    '400 malformed',
  );
  expect(await counted()).toEqual([]);
});

test('too many rows are malformed, and so is a number of days that is none', async () => {
  const rows = Array.from({ length: yieldLimits.rows + 1 }, (_, version) => yieldOf(today, { version }));
  expect((await problemOf(await count(jonas, ...rows))).type).toContain('malformed');
  for (const days of ['0', '401', 'all', '1.5', '']) {
    expect(await refusal(await workspace.admin.get(`/v1/yields?days=${days}`))).toBe('400 malformed');
  }
});

test('days that are too far back or still to come are passed over, and the rest is taken', async () => {
  const days = [today - yieldLimits.days - 1, today - yieldLimits.days, today + 1, today + 2];
  expect((await count(jonas, ...days.map((day) => yieldOf(day)))).status).toBe(204);
  expect((await counted()).map(({ day }) => day)).toEqual([today - yieldLimits.days, today + 1]);
  expect((await counted(1)).map(({ day }) => day)).toEqual([today + 1]);
});

test('a device cannot fill the database with versions that nobody has', async () => {
  const rows = Array.from({ length: 60 }, (_, version) => yieldOf(today, { version }));
  await count(jonas, ...rows.slice(0, 20));
  await count(jonas, ...rows.slice(20));
  expect(await counted()).toHaveLength(yieldLimits.rowsPerDay);
  await count(jonas, yieldOf(today, { version: 0, seen: 11 }));
  expect((await counted())[0]).toMatchObject({ seen: 11 });
});

test('totals are kept for 400 days', async () => {
  await count(jonas, yieldOf(today));
  for (const later of [yieldLimits.keptDays, yieldLimits.keptDays + 1]) {
    await setClock(workspace.id, () => startOfDay(today + later));
    await count(jonas, yieldOf(today + later));
    const [{ day } = { day: -1 }] = await query(workspace.id, 'SELECT min(day) AS day FROM yield');
    expect(day).toBe(today + (later === yieldLimits.keptDays ? 0 : later - 1));
  }
});

test('a device that sends without end is told to wait', async () => {
  const answers = [];
  for (let i = 0; i < 22; i += 1) answers.push(await count(jonas, yieldOf(today)));
  const waiting = answers.find((answer) => answer.status === 429);
  expect(Number(waiting?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await count(amira, yieldOf(today))).status).toBe(204);
});
