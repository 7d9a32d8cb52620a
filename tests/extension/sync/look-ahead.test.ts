import { beforeEach, expect, it } from 'vitest';
import { viewOf } from '../../../extension/db/held-state.ts';
import { writeMeta } from '../../../extension/db/meta.ts';
import { reach } from '../../../extension/db/reach.ts';
import { createLookAhead, type LookAhead } from '../../../extension/sync/look-ahead.ts';
import type { LookUpRequest } from '../../../shared/protocol/look-up.ts';
import type { PackedRow } from '../../../shared/sync/packed-row.ts';
import { type SyncingDevice, syncingDevice } from './syncing-device.ts';

const email = 'pia@harbour.example';
const stamp = '01a20846f000-0000-a';
let device: SyncingDevice;
let lookAhead: LookAhead;
let pia: PackedRow;
beforeEach(async () => {
  device = await syncingDevice();
  lookAhead = createLookAhead(device.deps, async () => device.derive);
  const id = await device.derive.personId(email);
  pia = ['person', id, 12, [stamp, 0, { name: 'Pia Lind' }, { emails: [email] }]];
  device.server.state.script = ({ path }) =>
    path === '/v1/look-up' ? Response.json({ kind: 'found', rows: [pia], now: 0 }) : null;
});

const requests = () => device.server.asked.map(({ body }) => body as LookUpRequest);
const nameShown = async () => {
  await reach(device.db, { values: [email] }, { around: 'all' });
  const row = await device.db.people.where('emails').equals(email).first();
  return row === undefined ? null : viewOf(row).fields?.name?.value;
};

it('a device that holds nothing yet is right about whom a page names, and what it held before stays where it was', async () => {
  await lookAhead({ emails: [email], domains: ['harbour.example'] });
  expect(await nameShown()).toBe('Pia Lind');
  expect((await device.db.meta.get('cursor'))?.value).toMatchObject({ seq: 0 });
});

it('asks by the beginnings of the ids that captures derive: the person, the company, and the tie between them', async () => {
  const { derive } = device;
  const [person, account] = [await derive.personId(email), await derive.accountId('harbour.example')];
  await lookAhead({ emails: [email], domains: [] });
  const [request] = requests();
  const ids = [person, account, await derive.affiliationId(person, account)];
  const beginnings = ids.map((id) => id.slice(0, 4)).sort();
  // the whole of it: no address, and no id
  expect(request).toEqual({ proto: 3, epoch: 1, view: 1, beginnings });
});

it('asks about nobody twice, unless the way broke', async () => {
  const { state } = device.server;
  const { script } = state;
  state.script = () => 'lost-before';
  await lookAhead({ emails: [email], domains: [] });
  state.script = script;
  await lookAhead({ emails: [email], domains: [] });
  await lookAhead({ emails: [email], domains: [] });
  await lookAhead({ emails: [email, 'ivo@harbour.example'], domains: [] });
  const persons = await Promise.all(
    [email, 'ivo@harbour.example'].map(async (one) => (await device.derive.personId(one)).slice(0, 4)),
  );
  const named = requests().map(({ beginnings }) => persons.filter((one) => beginnings.includes(one)));
  expect(named).toEqual([[persons[0]], [persons[0]], [persons[1]]]);
});

it('asks nothing once the pool is here, and takes nothing that comes only then', async () => {
  const cursor = { epoch: 1, view: 1, seq: 40, whole: true };
  await writeMeta(device.db, 'cursor', cursor);
  await lookAhead({ emails: [email], domains: [] });
  expect(requests()).toEqual([]);
  await writeMeta(device.db, 'cursor', { ...cursor, seq: 0 });
  const { fetch } = device.deps;
  device.deps.fetch = async (url, init) => {
    const response = await fetch(url, init);
    await writeMeta(device.db, 'cursor', cursor);
    return response;
  };
  await lookAhead({ emails: [email], domains: [] });
  expect(requests()).toHaveLength(1);
  expect(await nameShown()).toBe(null);
});
