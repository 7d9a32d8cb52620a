import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf, viewOf } from '../../../extension/db/held-state.ts';
import { writeMeta } from '../../../extension/db/meta.ts';
import { accountDetail } from '../../../extension/db/queries/account-detail.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listMailboxes } from '../../../extension/db/queries/list-mailboxes.ts';
import { listMembersLocal } from '../../../extension/db/queries/list-members-local.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { personDetail } from '../../../extension/db/queries/person-detail.ts';
import { policyInForce } from '../../../extension/db/queries/policy-in-force.ts';
import { recognisePage } from '../../../extension/db/queries/recognise-page.ts';
import { syncView } from '../../../extension/db/queries/sync-view.ts';
import { settleRecords } from '../../../extension/db/settle-records.ts';
import type { AccountRow, TouchRow } from '../../../extension/db/stored-rows.ts';
import type { PageState } from '../../../extension/db/views.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import type { InterpretedMail } from '../../../shared/capture/interpreted-reading.ts';
import { freshDatabase } from '../fresh-database.ts';
import {
  type MadeUpDevice,
  madeUpDevice,
  madeUpId,
  madeUpMail,
  madeUpReading,
  members,
  noon,
  policy,
} from '../made-up-device.ts';

const all = { limit: 50, offset: 0 };
let device: MadeUpDevice;
beforeEach(async () => {
  device = await madeUpDevice();
});

async function captured(mails: Partial<InterpretedMail>[]): Promise<void> {
  await recordReading(device, madeUpReading(mails.map(madeUpMail)), policy);
}

const from = (name: string, email: string, organisation?: string): Partial<InterpretedMail> => ({
  messageId: `${email}-${organisation}`,
  from: { name, email },
  ...(organisation === undefined
    ? {}
    : { signature: { organisation, emails: [email], title: 'Buyer', sure: 0.9 } }),
});

describe('lists', () => {
  beforeEach(async () => {
    await captured([
      from('Ødegård Öberg', 'o@north.example', 'Zenith Shipping AS'),
      from('Anna Schmidt', 'anna@south.example', 'Alder Pumps GmbH'),
      from('Boris Anders', 'boris@south.example'),
    ]);
  });

  it('come in order of name, in pages, with the count of all', async () => {
    const names = async (offset: number) =>
      (await listAccounts(device.db, { limit: 1, offset })).rows.map((row) => row.name);
    expect([await names(0), await names(1), await names(2)]).toEqual([
      ['Alder Pumps GmbH'],
      ['Zenith Shipping AS'],
      [],
    ]);
    expect((await listAccounts(device.db, { limit: 1, offset: 0 })).total).toBe(2);
    expect((await listPeople(device.db, all)).rows.map((row) => row.name)).toEqual([
      'Anna Schmidt',
      'Boris Anders',
      'Ødegård Öberg',
    ]);
  });

  it.each([
    ['schm', ['Anna Schmidt']],
    ['an sch', ['Anna Schmidt']],
    ['ANNA@SOUTH', ['Anna Schmidt']],
    ['oberg', ['Ødegård Öberg']],
    ['an', ['Anna Schmidt', 'Boris Anders']],
    ['nobody', []],
  ])('are searched by the beginnings of words: %s', async (search, names) => {
    const found = await listPeople(device.db, { ...all, search });
    expect(found.rows.map((row) => row.name)).toEqual(names);
    expect(found.total).toBe(names.length);
  });

  it('of accounts are found by domain and by steward, also both', async () => {
    const names = async (wanted: { search?: string; steward?: string }) =>
      (await listAccounts(device.db, { ...all, ...wanted })).rows.map((row) => row.name);
    expect(await names({ search: 'south.example' })).toEqual(['Alder Pumps GmbH']);
    expect(await names({ steward: members.jonas })).toHaveLength(2);
    expect(await names({ steward: members.jonas, search: 'zen' })).toEqual(['Zenith Shipping AS']);
    expect(await names({ steward: 'unassigned' })).toEqual([]);
  });

  it('lead to details: an account with its people, a person with their ties', async () => {
    const [account] = (await listAccounts(device.db, { ...all, search: 'alder' })).rows;
    const detail = await accountDetail(device.db, account?.id ?? '');
    expect(detail?.account).toMatchObject({
      people: 2,
      touches: 2,
      lastTouch: { subject: 'Delivery dates' },
    });
    expect(detail?.people.map((person) => person.name)).toEqual(['Anna Schmidt', 'Boris Anders']);
    const person = await personDetail(device.db, detail?.people[0]?.id ?? '');
    expect(person?.person.affiliations).toMatchObject([
      { account: { name: 'Alder Pumps GmbH' }, title: 'Buyer' },
    ]);
    expect(person?.touches).toHaveLength(1);
    expect(await accountDetail(device.db, madeUpId(77))).toBe(null);
    expect(await personDetail(device.db, madeUpId(77))).toBe(null);
  });

  it('show touches newest first', async () => {
    await captured([
      {
        ...from('Anna Schmidt', 'anna@south.example'),
        messageId: 'older@south.example',
        subject: 'Older',
        date: { ms: noon - 1e9, precision: 'second' },
      },
    ]);
    const [account] = (await listAccounts(device.db, { ...all, search: 'alder' })).rows;
    const detail = await accountDetail(device.db, account?.id ?? '');
    expect(detail?.touches.map((touch) => touch.subject).at(-1)).toBe('Older');
    expect(detail?.account.lastTouch?.subject).toBe('Delivery dates');
  });
});

describe('before anything was pulled', () => {
  it('queries answer with nothing rather than fail', async () => {
    const db = freshDatabase();
    expect(await syncView(db)).toEqual({
      phase: 'not-joined',
      unpacking: null,
      waiting: 0,
      parked: 0,
      since: null,
      notice: null,
      workspace: null,
      member: null,
    });
    expect(await listMembersLocal(db)).toEqual([]);
    expect(await listMailboxes(db)).toEqual([]);
    expect((await policyInForce(db)).ownDomains).toEqual([]);
    expect(await listAccounts(db, all)).toEqual({ rows: [], total: 0 });
  });
});

describe('rows of a shape that this version does not know', () => {
  it('are kept and passed over, never an error', async () => {
    const context = { member: members.jonas, generation: 0 };
    const id = madeUpId(60);
    const touch = {
      kind: 'touch' as const,
      id,
      seq: 9,
      gone: false,
      fact: { channel: 'hologram' },
      decided: { link: null },
    };
    await settleRecords(device.db, [{ kind: 'touch', id, base: touch }], context);
    const account = {
      kind: 'account' as const,
      id: madeUpId(61),
      seq: 10,
      gone: false,
      fields: { colour: { value: 'blue', stamp: '000000000001-0000-a', rank: 'person' as const } },
      sets: {},
      decided: { steward: 7 },
    };
    await settleRecords(device.db, [{ kind: 'account', id: account.id, base: account }], context);
    expect((await listAccounts(device.db, all)).rows).toMatchObject([
      { name: '', steward: null, stewardSince: null },
    ]);
    expect(baseOf((await device.db.touches.get(id)) as TouchRow)?.fact).toEqual({ channel: 'hologram' });
    expect(viewOf((await device.db.accounts.get(account.id)) as AccountRow).fields).toHaveProperty('colour');
  });
});

describe('what is on a page', () => {
  const state = (part: Partial<PageState>): PageState => ({
    tab: 1,
    reader: 'web',
    origin: 'https://south.example',
    title: '',
    mailbox: null,
    attendance: 'go',
    health: 'ok',
    problems: [],
    people: [],
    companies: [],
    touches: [],
    heldBack: { never: 0, bulk: 0, internal: 0 },
    at: noon,
    ...part,
  });
  const person = (seen: PageState['people'][number]['seen'], suggestion: string | null = null) =>
    state({ people: [{ seen, role: null, suggestion }] });
  const company = (seen: PageState['companies'][number]['seen']) =>
    state({ companies: [{ seen, suggestion: null }] });
  const standing = async (page: PageState) => (await recognisePage(device.db, page))[0]?.standing;

  beforeEach(async () => {
    await captured([
      from('Anna Schmidt', 'anna@south.example', 'Alder Pumps GmbH'),
      from('Anna Schmidt', 'anna@north.example'),
    ]);
  });

  it('is known by address or domain, whatever the spelling of the name', async () => {
    expect(
      await standing(person({ emails: ['Anna@South.example'], name: 'SCHMIDT, Anna', sure: 1 })),
    ).toEqual({ kind: 'known' });
    expect(await standing(company({ domains: ['south.example'], name: 'Alder Pumps', sure: 1 }))).toEqual({
      kind: 'known',
    });
  });

  it('is changed where the page differs from a filled field, each difference ready to accept', async () => {
    const changed = await standing(
      person({ emails: ['anna@south.example'], name: 'Anna Brandt', title: 'Head Buyer', sure: 1 }),
    );
    expect(changed).toMatchObject({
      kind: 'changed',
      differences: [
        { record: 'person', field: 'name', ours: 'Anna Schmidt', page: 'Anna Brandt' },
        { record: 'affiliation', field: 'title', ours: 'Buyer', page: 'Head Buyer' },
      ],
    });
    expect(
      await standing(company({ domains: ['south.example'], name: 'Birch Valves', sure: 1 })),
    ).toMatchObject({ kind: 'changed' });
  });

  it('may be several: two records with its addresses, or a name without an address', async () => {
    const both = person({ emails: ['anna@south.example', 'anna@north.example'], sure: 1 });
    expect(await standing(both)).toMatchObject({
      kind: 'several',
      candidates: [{ name: 'Anna Schmidt' }, { name: 'Anna Schmidt' }],
    });
    expect(await standing(person({ name: 'anna schmidt', sure: 1 }))).toMatchObject({ kind: 'several' });
  });

  it('is unknown otherwise, and a suggestion is shown only while it is open', async () => {
    expect(await standing(person({ emails: ['x@west.example'], sure: 1 }))).toEqual({ kind: 'unknown' });
    const [entry] = await recognisePage(
      device.db,
      person({ emails: ['x@west.example'], sure: 1 }, madeUpId(50)),
    );
    expect(entry?.suggestion).toBe(null);
  });

  it('is hidden while the device is locked', async () => {
    await writeMeta(device.db, 'locked', true);
    expect(await standing(person({ emails: ['anna@south.example'], sure: 1 }))).toEqual({ kind: 'unknown' });
    expect(await listPeople(device.db, all)).toEqual({ rows: [], total: 0 });
  });
});
