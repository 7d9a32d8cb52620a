import { beforeEach, expect, it } from 'vitest';
import { recognisePage } from '../../../extension/db/queries/recognise-page.ts';
import type { PageState } from '../../../extension/db/views.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { encodeKnown, idPrefix, noAccount } from '../../../shared/protocol/known.ts';
import { madeUpMail, madeUpReading, members, noon, policy } from '../made-up-device.ts';
import { type SyncingDevice, syncingDevice } from './syncing-device.ts';

let device: SyncingDevice;
beforeEach(async () => {
  device = await syncingDevice();
  const bytes = await knownBytes();
  device.server.state.script = ({ path }) => (path.startsWith('/v1/known') ? new Response(bytes) : null);
  device.server.state.seq = 3;
});

/** The company knows harbour.example, whose steward is Amira, and Pia at it. */
async function knownBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const account = idPrefix(await device.derive.accountId('harbour.example'));
  const person = idPrefix(await device.derive.personId('pia@freemail.example'));
  const keys = [
    { key: account, at: 0 },
    { key: person, at: noAccount },
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
  return encodeKnown({
    epoch: 1,
    view: 1,
    seq: 3,
    stewards: [members.amira],
    keys: BigUint64Array.from(keys, ({ key }) => key),
    accountOf: Uint32Array.from(keys, ({ at }) => at),
    accounts: BigUint64Array.from([account]),
    stewardOf: Uint16Array.from([0]),
    lastTouch: Uint16Array.from([20_000]),
  });
}

const read = async () => {
  const reading = madeUpReading(
    [madeUpMail({ to: [], cc: [{ name: 'Pia Lind', email: 'pia@freemail.example' }] })],
    {
      companies: [{ name: 'Harbour', domains: ['harbour.example'], sure: 1 }],
    },
  );
  const { page } = await recordReading(device, { ...reading, mails: [] }, policy);
  const state: PageState = {
    tab: 1,
    reader: 'web',
    origin: 'https://harbour.example',
    title: '',
    mailbox: null,
    attendance: 'go',
    health: 'ok',
    problems: [],
    at: noon,
    ...page,
    people: [{ seen: { emails: ['pia@freemail.example'], sure: 1 }, role: null, suggestion: null }],
  };
  return recognisePage(device.db, state);
};
const idle = () => new Promise((resolve) => setTimeout(resolve, 20));
const asked = () => device.server.asked.filter(({ path }) => path.startsWith('/v1/known')).length;

it('a company that the company knows and this device may not see is said to be known, and whom to ask', async () => {
  expect((await read()).map(({ standing }) => standing.kind)).not.toContain('elsewhere');
  await device.syncer.sync();
  await expect.poll(() => device.db.known.count()).toBe(1);
  const standings = (await read()).map(({ key, standing }) => [key, standing]);
  expect(standings).toContainEqual([
    'harbour.example',
    { kind: 'elsewhere', steward: 'Amira Haddad', lastTouch: 20_000 * 86_400_000 },
  ]);
  await device.db.meta.put({ key: 'locked', value: true });
  expect((await read()).map(({ standing }) => standing.kind)).not.toContain('elsewhere');
});

it('it is asked for once a day and with each new view of the pool, and nothing fails where it cannot be had', async () => {
  await device.syncer.sync();
  await expect.poll(() => device.db.known.count()).toBe(1);
  await device.syncer.sync();
  await idle();
  expect(asked()).toBe(1);
  device.clock.now += 25 * 3_600_000;
  await device.syncer.sync();
  await expect.poll(asked).toBe(2);
  device.server.state.view = 2;
  device.server.state.script = ({ path }) => (path.startsWith('/v1/known') ? 'lost-before' : null);
  expect(await device.syncer.sync()).toEqual({ ok: true, value: null });
  await expect.poll(asked).toBe(3);
  await idle();
  await read();
});
