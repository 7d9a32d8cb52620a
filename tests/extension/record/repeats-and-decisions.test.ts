import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../extension/db/held-state.ts';
import { accountDetail } from '../../../extension/db/queries/account-detail.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { listSuggestions } from '../../../extension/db/queries/list-suggestions.ts';
import { settleRecords } from '../../../extension/db/settle-records.ts';
import type { TouchRow } from '../../../extension/db/stored-rows.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { dismissSuggestions, takeSuggestions } from '../../../extension/record/take-suggestions.ts';
import { writeDecision, writeEdit } from '../../../extension/record/write-decisions.ts';
import type { Touch } from '../../../shared/domain/touch.ts';
import type { Row } from '../../../shared/sync/row.ts';
import {
  type MadeUpDevice,
  madeUpDevice,
  madeUpId,
  madeUpMail,
  madeUpReading,
  members,
  policy,
} from '../made-up-device.ts';

const all = { limit: 50, offset: 0 };
const read = (device: MadeUpDevice, ...mails: Parameters<typeof madeUpMail>[0][]) =>
  recordReading(device, madeUpReading(mails.map(madeUpMail)), policy);

async function firstAccount({ db }: MadeUpDevice) {
  const [account] = (await listAccounts(db, all)).rows;
  if (account === undefined) throw new Error('no account was recorded');
  return account;
}

describe('a mail read again', () => {
  it('changes nothing, and is still shown as recorded', async () => {
    const device = await madeUpDevice();
    const first = await read(device, {});
    const again = await read(device, {});
    expect(again).toMatchObject({ touches: 0, operations: 0, suggestions: 0 });
    expect(again.page.touches).toEqual(first.page.touches);
    expect(await device.db.outbox.count()).toBe(1);
  });

  it('adds only what was not visible before, such as a signature', async () => {
    const device = await madeUpDevice();
    await read(device, {});
    const again = await read(device, {
      signature: { name: 'Ines Duarte', title: 'Buyer', phones: ['+351 1'], sure: 0.9 },
    });
    expect(again).toMatchObject({ touches: 0, operations: 1 });
    expect((await listPeople(device.db, all)).rows[0]).toMatchObject({
      phones: ['+351 1'],
      affiliations: [{ title: 'Buyer' }],
    });
  });

  it('through a webmail that shows no Message-ID and only minutes is the same touch', async () => {
    const device = await madeUpDevice();
    await read(device, {});
    const { date } = madeUpMail();
    const again = await read(device, {
      messageId: null,
      date: { ms: date.ms - (date.ms % 60_000) + 60_000, precision: 'minute' },
    });
    expect(again.touches).toBe(0);
  });

  it('is another touch where the Message-IDs differ, though all else is alike', async () => {
    const device = await madeUpDevice();
    await read(device, {});
    expect((await read(device, { messageId: 'second@harbour.example' })).touches).toBe(1);
  });

  it('twice on one page makes one touch', async () => {
    const device = await madeUpDevice();
    expect((await read(device, {}, {})).touches).toBe(1);
  });
});

describe('a mail that a colleague has already witnessed', () => {
  it('makes an own touch that is shown as one contact with two witnesses', async () => {
    const device = await madeUpDevice();
    const colleague = await madeUpDevice({ member: members.amira, device: madeUpId(2), seed: 2 });
    await read(colleague, {});
    const theirs = (await colleague.db.touches.toArray())[0];
    const base: Row = {
      kind: 'touch',
      id: theirs?.id ?? '',
      seq: 10,
      gone: false,
      fact: viewOf(theirs as TouchRow).fact as Touch,
      decided: { link: null, witness: members.amira, withdrawn: false },
    };
    await settleRecords(device.db, [{ kind: 'touch', id: base.id, base }], {
      member: members.jonas,
      generation: 0,
    });
    expect(await read(device, {})).toMatchObject({ touches: 1 });
    const detail = await accountDetail(device.db, (await firstAccount(device)).id);
    expect(detail?.touches).toHaveLength(1);
    expect(detail?.touches[0]?.witnesses.map((w) => w.name).sort()).toEqual(['Amira Haddad', 'Jonas Weber']);
    expect(detail?.account.touches).toBe(1);
  });
});

describe('suggestions', () => {
  it('are taken with the contact in which they were seen', async () => {
    const device = await madeUpDevice();
    await read(device, { from: { name: 'Pia Lind', email: 'pia@freemail.example' } });
    const ids = (await listSuggestions(device.db)).map((s) => s.id);
    expect(await takeSuggestions(device, ids, policy)).toBe(1);
    expect(await listSuggestions(device.db)).toEqual([]);
    expect((await listPeople(device.db, all)).rows).toMatchObject([
      { name: 'Pia Lind', affiliations: [], lastTouch: { subject: 'Delivery dates' } },
    ]);
    expect(await takeSuggestions(device, ids, policy)).toBe(0);
    expect(await device.db.outbox.count()).toBe(1);
  });

  it('from Cc come with their company, and join the contact that was recorded without them', async () => {
    const device = await madeUpDevice();
    await read(device, { cc: [{ name: 'Bo South', email: 'bo@south.example' }] });
    await takeSuggestions(
      device,
      (await listSuggestions(device.db)).map((s) => s.id),
      policy,
    );
    const south = (await listAccounts(device.db, { ...all, search: 'south' })).rows[0];
    expect(south).toMatchObject({ name: 'south.example', people: 1 });
    const detail = await accountDetail(device.db, (await firstAccount(device)).id);
    expect(detail?.touches[0]?.people.map((p) => p.name).sort()).toEqual(['Bo South', 'Ines Duarte']);
  });

  it('are not made again once dismissed', async () => {
    const device = await madeUpDevice();
    const pia = { from: { name: 'Pia Lind', email: 'pia@freemail.example' } };
    await read(device, pia);
    const ids = (await listSuggestions(device.db)).map((s) => s.id);
    expect(await dismissSuggestions(device.db, ids)).toBe(1);
    const again = await read(device, { ...pia, messageId: 'other@freemail.example' });
    expect(again).toMatchObject({ suggestions: 0, page: { people: [{ suggestion: null }] } });
    expect(await listSuggestions(device.db)).toEqual([]);
  });
});

describe('what a person decides', () => {
  it('outranks the page, which replaces nothing afterwards', async () => {
    const device = await madeUpDevice();
    await read(device, { signature: { organisation: 'Harbour Tools Lda', sure: 0.9 } });
    const { id } = await firstAccount(device);
    expect(await writeEdit(device, [{ on: 'account', id, rank: 'page', set: { name: 'Harbour' } }])).toEqual({
      ok: true,
      value: null,
    });
    await read(device, {
      messageId: 'x@harbour.example',
      signature: { organisation: 'HARBOUR SUPPLIES', sure: 0.9 },
    });
    expect((await firstAccount(device)).name).toBe('Harbour');
    const read2 = (await device.db.sightings.toArray()).map(
      (row) => (viewOf(row).fact as { read: Record<string, unknown> }).read.name,
    );
    expect(read2).toContain('HARBOUR SUPPLIES');
  });

  it.each([
    ['a field that we do not have', { set: { turnover: '1' } }],
    ['a value that is too long', { set: { name: 'x'.repeat(201) } }],
    ['a set that we do not have', { add: { nicknames: ['Bo'] } }],
  ])('is refused for %s, and nothing is queued', async (_what, part) => {
    const device = await madeUpDevice();
    const answer = await writeEdit(device, [{ on: 'account', id: madeUpId(5), rank: 'person', ...part }]);
    expect(answer).toMatchObject({ ok: false, notice: { kind: 'malformed' } });
    expect(await device.db.outbox.count()).toBe(0);
  });

  it('to be private hides the touch at once, and the mail is not captured again', async () => {
    const device = await madeUpDevice();
    const { page } = await read(device, {});
    await writeDecision(device, { name: 'withdraw-touch', touch: page.touches[0] ?? '' });
    expect((await accountDetail(device.db, (await firstAccount(device)).id))?.touches).toEqual([]);
    expect(await read(device, {})).toMatchObject({
      touches: 0,
      operations: 0,
      page: { people: [], touches: [] },
    });
    expect(await read(device, { messageId: null })).toMatchObject({ touches: 0, operations: 0 });
  });

  it('to take an unassigned account is foreseen and pending', async () => {
    const device = await madeUpDevice();
    const id = madeUpId(70);
    const decided = { steward: null, stewardSince: 0, stewardWhy: 'departure', capturedBy: members.amira };
    const base: Row = {
      kind: 'account',
      id,
      seq: 9,
      gone: false,
      fields: {},
      sets: { domains: { 'east.example': ['000000000001-0000-a'] } },
      decided,
    };
    await settleRecords(device.db, [{ kind: 'account', id, base }], { member: members.jonas, generation: 0 });
    const unassigned = () => listAccounts(device.db, { ...all, steward: 'unassigned' });
    expect((await unassigned()).total).toBe(1);
    await writeDecision(device, { name: 'take-account', account: id });
    expect((await unassigned()).total).toBe(0);
    expect((await listAccounts(device.db, { ...all, steward: members.jonas })).rows).toMatchObject([
      { pending: true, steward: { id: members.jonas } },
    ]);
  });
});
