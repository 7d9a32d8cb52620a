import { describe, expect, it } from 'vitest';
import { mailFromHeaders } from '../../../extension/capture/mail/mail-from-headers.ts';
import { parseHeaders } from '../../../extension/capture/mail/parse-headers.ts';
import { viewOf } from '../../../extension/db/held-state.ts';
import { accountDetail } from '../../../extension/db/queries/account-detail.ts';
import { listAccounts } from '../../../extension/db/queries/list-accounts.ts';
import { listDuplicates } from '../../../extension/db/queries/list-duplicates.ts';
import { listPeople } from '../../../extension/db/queries/list-people.ts';
import { listSuggestions } from '../../../extension/db/queries/list-suggestions.ts';
import { interpretReading } from '../../../extension/reading/interpret-reading.ts';
import { findDuplicates } from '../../../extension/record/find-duplicates.ts';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { writeDecision } from '../../../extension/record/write-decisions.ts';
import type { OwnWords } from '../../../shared/capture/bulk-signs.ts';
import type { InterpretedMail } from '../../../shared/capture/interpreted-reading.ts';
import type { SeenMail } from '../../../shared/capture/seen.ts';
import {
  jonasMailbox,
  type MadeUpDevice,
  madeUpDevice,
  madeUpMail,
  madeUpReading,
  noon,
  policy,
} from '../made-up-device.ts';

/*
 * What capture of other products is known to do badly, and what ours does instead. That a changed page is said, and nothing of it
 * recorded, is in tests/extension/background/page-handlers.test.ts; newsletters are in tests/lab/bulk.
 */

const all = { limit: 50, offset: 0 };

/** Raw headers, as a webmail gives them, into the pool. */
async function mailed(device: MadeUpDevice, lines: readonly string[], words?: OwnWords) {
  const header = parseHeaders(lines.join('\r\n')) ?? expect.fail('no headers');
  const { mail } = mailFromHeaders(header, noon);
  const signs = { headers: mail.signs?.headers ?? null, words: words ?? null };
  const seen: SeenMail = { ...mail, signs };
  return recordReading(device, interpretReading(madeUpReading([{ ...seen, signature: null }])), policy);
}

async function read(device: MadeUpDevice, change: Partial<InterpretedMail>) {
  return recordReading(device, madeUpReading([madeUpMail(change)]), policy);
}

const people = async ({ db }: MadeUpDevice) => (await listPeople(db, all)).rows;
const accounts = async ({ db }: MadeUpDevice) => (await listAccounts(db, all)).rows;
const toJonas = `To: ${jonasMailbox}`;

describe('"Doe, John" <j@x>, which is split at the comma elsewhere', () => {
  it.each([
    '"Doe, John" <john@x.example>',
    'Doe, John <john@x.example>',
    '=?utf-8?q?Doe=2C_John?= <john@x.example>',
  ])('is one person, called as people call him: %s', async (from) => {
    const device = await madeUpDevice();
    await mailed(device, [`From: ${from}`, toJonas, 'Message-ID: <1@x.example>']);
    expect(await people(device)).toMatchObject([{ name: 'John Doe', emails: ['john@x.example'] }]);
    expect(await listSuggestions(device.db)).toEqual([]);
  });

  it('is one person among the recipients of our own mail, too', async () => {
    const device = await madeUpDevice();
    const to = 'To: "Doe, John" <john@x.example>, "Roe, Jane" <jane@x.example>';
    await mailed(device, [`From: Jonas Weber <${jonasMailbox}>`, to, 'Message-ID: <2@tidewater.test>']);
    expect((await people(device)).map(({ name }) => name).sort()).toEqual(['Jane Roe', 'John Doe']);
  });
});

describe('a contact with nothing but an address', () => {
  it('has its company, its touch and where both come from, and takes the name as soon as a mail has one', async () => {
    const device = await madeUpDevice();
    const from = { name: null, email: 'ines.duarte@harbour.example' };
    await read(device, { from });
    expect(await people(device)).toMatchObject([{ name: from.email, affiliations: [{ title: null }] }]);
    expect(await accounts(device)).toMatchObject([{ people: 1, touches: 1 }]);
    await read(device, {
      messageId: 'second@harbour.example',
      subject: 'Other',
      from: { ...from, name: 'Ines Duarte' },
    });
    expect(await people(device)).toMatchObject([{ name: 'Ines Duarte', emails: [from.email] }]);
  });
});

describe('a second address of a person, which makes a second contact elsewhere', () => {
  it('is found beside the first, with the reason, and is for a person to decide', async () => {
    const device = await madeUpDevice();
    await read(device, {});
    const second = { name: 'Ines Duarte', email: 'i.duarte@harbour.example' };
    await read(device, { messageId: 'other@harbour.example', subject: 'Other', from: second });
    expect(await people(device)).toHaveLength(2);
    expect(await accounts(device)).toMatchObject([{ people: 2 }]);
    await findDuplicates(device.db, async () => {});
    const { rows, total } = await listDuplicates(device.db, all);
    expect(total).toBe(1);
    expect([rows[0]?.keep.name, rows[0]?.other.name]).toEqual(['Ines Duarte', 'Ines Duarte']);
    expect(rows[0]?.reasons.length).toBeGreaterThan(0);
  });

  it('is none where only case or a fold of the header differ', async () => {
    const device = await madeUpDevice();
    await mailed(device, ['From: Ann Moor <Ann.Moor@X.example>', toJonas, 'Message-ID: <1@x.example>']);
    await mailed(device, ['From: Ann', ' Moor <ann.moor@x.EXAMPLE>', toJonas, 'Message-ID: <2@x.example>']);
    expect(await people(device)).toMatchObject([{ emails: ['ann.moor@x.example'] }]);
  });
});

describe('people with freemail addresses, who are dropped elsewhere', () => {
  it('are suggested, with the touch, and make no company', async () => {
    const device = await madeUpDevice();
    await read(device, { from: { name: 'Pia Lind', email: 'pia@freemail.example' } });
    expect(await listSuggestions(device.db)).toMatchObject([{ name: 'Pia Lind', why: 'freemail' }]);
    expect(await accounts(device)).toEqual([]);
  });
});

describe('newsletters, of which leads are made elsewhere', () => {
  const words: OwnWords = {
    lines: ['Ten trends in tightening', 'Unsubscribe'],
    links: [{ href: 'https://news.example/unsubscribe', beside: 'Unsubscribe' }],
    designed: true,
  };

  it.each([
    ['by a header', ['List-Unsubscribe: <https://news.example/u>'], undefined],
    ['by their words alone', [], words],
  ])('make none: known %s', async (_, lines, text) => {
    const device = await madeUpDevice();
    const from = 'From: Jutta from Fastener Weekly <jutta@fastenerweekly.example>';
    const { page } = await mailed(device, [from, toJonas, ...lines], text);
    expect(await people(device)).toEqual([]);
    expect(await listSuggestions(device.db)).toEqual([]);
    expect(page.heldBack.bulk).toBe(1);
  });
});

describe('names of companies that differ in case, which are two elsewhere', () => {
  it('are one account: its domain says which', async () => {
    const device = await madeUpDevice();
    const signature = (organisation: string) => ({ organisation, sure: 0.9 });
    await read(device, { signature: signature('Harbour Tools Lda') });
    const from = { name: 'Rui Costa', email: 'rui.costa@MAIL.harbour.example' };
    await read(device, { messageId: 'r@harbour.example', from, signature: signature('HARBOUR TOOLS LDA') });
    expect(await accounts(device)).toMatchObject([{ name: 'Harbour Tools Lda', people: 2 }]);
  });
});

describe('private mail, which is all or nothing elsewhere', () => {
  it('is one address, one domain or one touch', async () => {
    const device = await madeUpDevice();
    const never = { addresses: ['doctor@clinic.example'], domains: ['family.example'], sites: [] };
    const mails = ['doctor@clinic.example', 'mum@family.example', 'desk@clinic.example'].map((email) =>
      madeUpMail({ messageId: `m-${email}`, subject: email, from: { name: null, email } }),
    );
    const { page } = await recordReading(device, madeUpReading(mails), { ...policy, never });
    expect((await people(device)).map(({ emails }) => emails[0])).toEqual(['desk@clinic.example']);
    expect(page.heldBack.never).toBe(2);
    await writeDecision(device, { name: 'withdraw-touch', touch: page.touches[0] ?? '' });
    const [clinic] = await accounts(device);
    expect((await accountDetail(device.db, clinic?.id ?? ''))?.touches).toEqual([]);
  });
});

describe('data that does not say where it comes from', () => {
  it('is not written: each record has evidence with its source, reader and time', async () => {
    const device = await madeUpDevice();
    await read(device, { signature: { phones: ['+351 21 000 0000'], sure: 0.9 } });
    const facts = (await device.db.sightings.toArray()).map((row) => viewOf(row).fact);
    expect(facts).toHaveLength(3);
    for (const fact of facts)
      expect(fact).toMatchObject({
        source: { origin: 'https://mail.tidewater.test' },
        reader: { id: 'roundcube' },
        seenAt: noon,
      });
  });
});
