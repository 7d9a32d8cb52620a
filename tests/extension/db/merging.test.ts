import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../extension/db/database.ts';
import { viewOf } from '../../../extension/db/held-state.ts';
import { accountDetail } from '../../../extension/db/queries/account-detail.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listMerges } from '../../../extension/db/queries/list-merges.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { personDetail } from '../../../extension/db/queries/person-detail.ts';
import { recognisePage } from '../../../extension/db/queries/recognise-page.ts';
import { type Settling, settleRecords } from '../../../extension/db/settle-records.ts';
import type { PairRow } from '../../../extension/db/stored-rows.ts';
import type { PageState } from '../../../extension/db/views.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { writeDecision } from '../../../extension/record/write-decisions.ts';
import { type Pair, pairId } from '../../../shared/domain/pair.ts';
import type { Command } from '../../../shared/protocol/operation.ts';
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

const mail = (name: string, email: string, more: { subject?: string; at?: number; title?: string } = {}) =>
  madeUpMail({
    messageId: `${more.subject ?? ''}-${email}`,
    from: { name, email },
    subject: more.subject ?? 'Delivery dates',
    date: { ms: more.at ?? noon - 3_600_000, precision: 'second' },
    ...(more.title === undefined ? {} : { signature: { title: more.title, emails: [email], sure: 0.9 } }),
  });

async function captured(...mails: ReturnType<typeof mail>[]): Promise<void> {
  await recordReading(device, madeUpReading(mails), policy);
}

async function idOf(name: string): Promise<string> {
  const found = [...(await device.db.people.toArray()), ...(await device.db.accounts.toArray())].find(
    (row) =>
      viewOf(row).fields?.name?.value === name || Object.keys(viewOf(row).sets?.domains ?? {})[0] === name,
  );
  return found?.id ?? '';
}

const merge = (keep: string, other: string, kind: 'account' | 'person' = 'person') =>
  writeDecision(device, { name: 'merge-records', kind, keep, other, reasons: ['same-name'] });
const unmerge = (one: string, other: string) =>
  writeDecision(device, { name: 'unmerge-records', one, other, verdict: 'apart' });

/** Every row of every record, with all its columns. */
async function records(db: Database): Promise<Record<string, unknown[]>> {
  const tables = [db.accounts, db.people, db.affiliations, db.touches, db.sightings];
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])),
  );
}

describe('two people merged', () => {
  let ines: string;
  let twin: string;
  beforeEach(async () => {
    await captured(
      mail('Ines Duarte', 'ines@harbour.example', { title: 'Buyer' }),
      mail('I. M. Duarte', 'duarte@harbour.example', {
        subject: 'Offer',
        at: noon - 1000,
        title: 'Head Buyer',
      }),
    );
    [ines, twin] = [await idOf('Ines Duarte'), await idOf('I. M. Duarte')];
  });

  it('are one in the list and in the count, found by what either was called, and pending until it is decided', async () => {
    await merge(ines, twin);
    expect(await listPeople(device.db, all)).toMatchObject({
      total: 1,
      rows: [
        {
          id: ines,
          name: 'Ines Duarte',
          emails: ['ines@harbour.example', 'duarte@harbour.example'],
          affiliations: [{ account: { name: 'harbour.example' }, title: 'Buyer' }],
          lastTouch: { subject: 'Offer' },
          pending: true,
        },
      ],
    });
    for (const search of ['ines', 'duarte@', 'm ines']) {
      expect((await listPeople(device.db, { ...all, search })).rows.map(({ id }) => id)).toEqual([ines]);
    }
  });

  it('have one page, under either id: all contacts, and what the other says otherwise', async () => {
    await merge(ines, twin);
    const detail = await personDetail(device.db, twin);
    expect(await personDetail(device.db, ines)).toEqual(detail);
    expect(detail?.touches.map(({ subject }) => subject)).toEqual(['Offer', 'Delivery dates']);
    expect(detail?.touches[0]?.people).toMatchObject([{ id: ines, name: 'Ines Duarte' }]);
    expect(detail?.alternatives).toEqual([
      { field: 'name', value: 'I. M. Duarte', from: twin },
      { field: 'title', value: 'Head Buyer', from: twin },
    ]);
    expect(detail?.merges).toMatchObject([
      {
        kind: 'person',
        keep: { id: ines },
        other: { id: twin, name: 'I. M. Duarte' },
        reasons: ['same-name'],
        pending: true,
      },
    ]);
    expect(await listMerges(device.db, all)).toMatchObject({ total: 1, rows: detail?.merges });
  });

  it('count once on their company’s page', async () => {
    await merge(ines, twin);
    const [account] = (await listAccounts(device.db, all)).rows;
    expect(account).toMatchObject({ people: 1, touches: 2 });
    const detail = await accountDetail(device.db, account?.id ?? '');
    expect(detail?.people.map(({ id }) => id)).toEqual([ines]);
  });

  it('are recognised as one on a page, by either address and by either name, with nothing changed', async () => {
    await merge(ines, twin);
    const page = (seen: PageState['people'][number]['seen']): PageState => ({
      ...{
        tab: 1,
        reader: 'web',
        origin: 'https://harbour.example',
        title: '',
        mailbox: null,
        attendance: 'go',
      },
      ...{ health: 'ok', problems: [], companies: [], touches: [], at: noon },
      heldBack: { never: 0, bulk: 0, internal: 0 },
      people: [{ seen, role: null, suggestion: null }],
    });
    for (const seen of [
      { emails: ['duarte@harbour.example'], name: 'I. M. Duarte', title: 'Head Buyer', sure: 1 },
      { emails: ['ines@harbour.example', 'duarte@harbour.example'], name: 'Ines Duarte', sure: 1 },
    ]) {
      expect(await recognisePage(device.db, page(seen))).toMatchObject([
        { standing: { kind: 'known' }, person: { id: ines } },
      ]);
    }
    expect(await recognisePage(device.db, page({ name: 'I. M. Duarte', sure: 1 }))).toMatchObject([
      { standing: { kind: 'several', candidates: [{ id: ines, name: 'Ines Duarte' }] } },
    ]);
  });

  it('take what is captured to the record that holds the address, show it as one, and give it back to that one', async () => {
    await merge(ines, twin);
    await captured(mail('I. M. Duarte', 'duarte@harbour.example', { subject: 'After', at: noon }));
    expect((await personDetail(device.db, ines))?.touches.map(({ subject }) => subject)).toEqual([
      'After',
      'Offer',
      'Delivery dates',
    ]);
    await unmerge(ines, twin);
    const subjects = async (id: string) =>
      (await personDetail(device.db, id))?.touches.map(({ subject }) => subject);
    expect([await subjects(ines), await subjects(twin)]).toEqual([['Delivery dates'], ['After', 'Offer']]);
    expect((await listPeople(device.db, all)).rows.map(({ name }) => name)).toEqual([
      'I. M. Duarte',
      'Ines Duarte',
    ]);
  });

  it('take what is captured to the one on top where both hold the address', async () => {
    const [low, high] = [madeUpId(11), madeUpId(12)];
    const holder = (id: string): Settling => {
      const sets = { emails: { 'both@harbour.example': ['000000000001-0000-a'] } };
      return { kind: 'person', id, base: { kind: 'person', id, seq: 9, gone: false, sets, decided: {} } };
    };
    await settleRecords(device.db, [holder(low), holder(high)], { member: members.jonas, generation: 0 });
    for (const [keep, other] of [
      [low, high],
      [high, low],
    ] as const) {
      await merge(keep, other);
      await captured(mail('Bo Th', 'both@harbour.example', { subject: `To ${keep}` }));
      expect(await device.db.touches.where('byPerson').startsWith(keep).count()).toBe(1);
      await unmerge(keep, other);
    }
  });

  it('are two again, row by row, when it is undone, taken back by the server or never heard of again', async () => {
    const before = await records(device.db);
    await merge(ines, twin);
    expect(await records(device.db)).not.toEqual(before);
    await unmerge(ines, twin);
    expect(await records(device.db)).toEqual(before);
    await merge(ines, twin);
    await device.db.outbox.filter(({ operation }) => operation.type === 'command').delete();
    await settleRecords(device.db, [{ kind: 'pair', id: pairId(ines, twin) }], {
      member: members.jonas,
      generation: 0,
    });
    expect(await records(device.db)).toEqual(before);
  });
});

describe('two accounts merged', () => {
  const account = (
    id: string,
    name: string,
    domain: string,
    steward: string | null,
    seq: number,
  ): Settling => ({
    kind: 'account',
    id,
    base: {
      ...{ kind: 'account', id, seq, gone: false },
      fields: { name: { value: name, stamp: '000000000001-0000-a', rank: 'page' } },
      sets: { domains: { [domain]: ['000000000001-0000-a'] } },
      decided: { steward, stewardSince: 5, stewardWhy: 'taken', capturedBy: members.vera },
    },
  });
  const [gull, daughters] = [madeUpId(41), madeUpId(42)];

  it('stand with the kept one’s steward, in that one’s list alone, and with all their domains', async () => {
    const context = { member: members.jonas, generation: 0 };
    await settleRecords(
      device.db,
      [
        account(gull, 'Gull', 'gull.example', members.jonas, 10),
        account(daughters, 'Gull & Daughters', 'daughters.example', members.amira, 11),
      ],
      context,
    );
    await merge(gull, daughters, 'account');
    const of = async (steward: string) =>
      (await listAccounts(device.db, { ...all, steward })).rows.map(({ id }) => id);
    expect([await of(members.jonas), await of(members.amira)]).toEqual([[gull], []]);
    expect(await accountDetail(device.db, daughters)).toMatchObject({
      account: {
        id: gull,
        pending: true,
        domains: ['gull.example', 'daughters.example'],
        steward: { id: members.jonas },
      },
      alternatives: [{ field: 'name', value: 'Gull & Daughters' }],
    });
    await unmerge(gull, daughters);
    expect([await of(members.jonas), await of(members.amira)]).toEqual([[gull], [daughters]]);
  });

  it('wait in the queue only where nobody answers for either', async () => {
    const context = { member: members.jonas, generation: 0 };
    const pool = [
      account(gull, 'Gull', 'gull.example', null, 10),
      account(daughters, 'Gull & Daughters', 'daughters.example', members.amira, 11),
    ];
    await settleRecords(device.db, pool, context);
    await merge(gull, daughters, 'account');
    expect((await listAccounts(device.db, { ...all, steward: 'unassigned' })).total).toBe(0);
    await settleRecords(device.db, [account(daughters, 'Gull & Daughters', 'd.example', null, 12)], context);
    const { rows } = await listAccounts(device.db, { ...all, steward: 'unassigned' });
    expect(rows.map(({ id }) => id)).toEqual([gull]);
  });
});

describe('merges in any order', () => {
  const ids = [50, 51, 52, 53, 54].map(madeUpId);
  const person = (id: string, n: number): Settling => ({
    kind: 'person',
    id,
    base: {
      ...{ kind: 'person', id, seq: n + 10, gone: false },
      fields: { name: { value: `Twin ${n}`, stamp: '000000000001-0000-a', rank: 'page' } },
      sets: { emails: { [`twin${n}@harbour.example`]: ['000000000001-0000-a'] } },
      decided: {},
    },
  });
  const pair = (keep: string, other: string, verdict: Pair['verdict'], number: number): Settling => {
    const id = pairId(keep, other);
    const fact: Pair = {
      of: 'person',
      keep,
      other,
      verdict,
      number,
      reasons: [],
      automatic: false,
      by: members.vera,
      at: number,
    };
    return { kind: 'pair', id, base: { kind: 'pair', id, seq: 100 + number, gone: false, fact } };
  };
  const context = { member: members.jonas, generation: 0 };
  const links = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      maxLength: 8,
      selector: ([a, b]) => (a < b ? a + b : b + a),
    })
    .map((ends) => ends.filter(([a, b]) => a !== b));

  it('come to the same rows on every device, and leave none behind once they are all undone', async () => {
    await fc.assert(
      fc.asyncProperty(links, fc.integer(), async (ends, seed) => {
        const [one, other] = [await madeUpDevice(), await madeUpDevice()];
        const pool = ids.map(person);
        for (const { db } of [one, other]) await settleRecords(db, pool, context);
        const before = await records(one.db);
        const pairs = ends.map(([keep, away], n) => pair(keep, away, 'same', n + 1));
        // One hears of them one by one; the other all at once, in another order, together with the records.
        for (const settling of pairs) await settleRecords(one.db, [settling], context);
        const shuffled = [...pairs, ...pool].toSorted((a, b) => hash(a.id, seed) - hash(b.id, seed));
        await settleRecords(other.db, shuffled, context);
        expect(await records(other.db)).toEqual(await records(one.db));
        const undone = ends.map(([keep, away], n) => pair(keep, away, 'apart', n + 50));
        for (const settling of undone.toSorted((a, b) => hash(a.id, seed) - hash(b.id, seed))) {
          await settleRecords(one.db, [settling], context);
        }
        expect(await records(one.db)).toEqual(before);
        for (const { db } of [one, other]) db.close();
      }),
      { numRuns: 20 },
    );
  });

  it('are foreseen as the server will decide them', async () => {
    await settleRecords(device.db, ids.map(person), context);
    const [a = '', b = '', c = ''] = ids;
    const say = async (...commands: Command[]) => {
      for (const command of commands) await writeDecision(device, command);
    };
    const tops = async () => (await listPeople(device.db, all)).rows.map(({ id }) => id);
    await say({ name: 'merge-records', kind: 'person', keep: a, other: b, reasons: [] });
    await say({ name: 'merge-records', kind: 'person', keep: c, other: b, reasons: [] });
    expect(await tops()).toEqual([c, ...ids.slice(3)].toSorted());
    await say({ name: 'unmerge-records', one: b, other: a, verdict: 'open' });
    expect(await tops()).toEqual([a, c, ...ids.slice(3)].toSorted());
    await say({ name: 'not-same', kind: 'person', one: a, other: b });
    expect(viewOf((await device.db.pairs.get(pairId(a, b))) as PairRow).fact).toMatchObject({
      verdict: 'apart',
    });
    await say({ name: 'maybe-same', one: a, other: b });
    expect(viewOf((await device.db.pairs.get(pairId(a, b))) as PairRow).fact).toMatchObject({
      verdict: 'open',
    });
  });
});

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed);
}
