import { describe, expect, it } from 'vitest';
import { holdBackMails } from '../../../../extension/capture/runtime/hold-back-mails.ts';
import { holdBackPage } from '../../../../extension/capture/runtime/hold-back-page.ts';
import type { SiteReading } from '../../../../extension/capture/sites/adapter.ts';
import type { BulkKind, SeenMail, SeenMailbox } from '../../../../shared/capture/seen.ts';

const policy = {
  ownDomains: ['tidewater.test'],
  neverAddresses: ['secret@client.example'],
  neverDomains: ['family.example'],
};
const box = (email: string): SeenMailbox => ({ name: null, email });
const jonas = box('jonas.weber@tidewater.test');
const client = box('fiona@client.example');

function mail(change: Partial<SeenMail>): SeenMail {
  return {
    ...{ messageId: 'a@b', answers: [], from: client, sender: null, replyTo: [], to: [jonas], cc: [] },
    ...{ subject: 's', date: { ms: 0, precision: 'second' as const }, bulk: null, signature: null },
    ...change,
  };
}

function read(what: Partial<SiteReading>): SiteReading {
  return { mails: [], people: [], companies: [], health: 'ok', problems: [], ...what };
}

function held(mails: SeenMail[], mailbox: string | null = jonas.email) {
  return holdBackMails(read({ mails }), policy, mailbox);
}

const none = { never: 0, bulk: 0, internal: 0 };

describe('before anything leaves the page', () => {
  it('lets pass a mail between us and others', () => {
    const one = mail({});
    expect(held([one])).toEqual({ reading: read({ mails: [one] }), heldBack: none });
    expect(held([mail({ from: jonas, to: [client] })]).heldBack).toEqual(none);
  });

  it.each<BulkKind>(['newsletter', 'list', 'auto-reply', 'no-reply', 'bounce'])(
    'holds back bulk: %s',
    (bulk) => {
      const { reading, heldBack } = held([mail({ bulk })]);
      expect(reading.mails).toEqual([]);
      expect(heldBack).toEqual({ ...none, bulk: 1 });
    },
  );

  it('leaves the judgement to the background where bulk is unknown', () => {
    expect(held([mail({ bulk: 'unknown' })]).reading.mails).toHaveLength(1);
  });

  it('holds back mail among our own people, in whatever case the addresses are', () => {
    const one = mail({ from: box('Vera.Novak@Tidewater.TEST'), cc: [box('amira@sub.tidewater.test')] });
    expect(held([one])).toMatchObject({ reading: { mails: [] }, heldBack: { ...none, internal: 1 } });
  });

  it("counts the mailbox's own address as ours where its domain is not", () => {
    const mailbox = 'Jonas.Private@other.example';
    const one = mail({ from: box('jonas.private@other.example'), to: [jonas] });
    expect(held([one], mailbox).heldBack).toEqual({ ...none, internal: 1 });
    expect(held([one], null).heldBack).toEqual(none);
  });

  it.each([
    ['a never-listed sender', { from: box('Secret@Client.example') }],
    ['a sender below a never-listed domain', { from: box('mum@home.family.example') }],
    ['a never-listed Sender header', { sender: box('secret@client.example') }],
    [
      'never-listed counterparts alone',
      { from: jonas, to: [box('a@family.example'), box('secret@client.example')] },
    ],
  ])('holds back mail with %s', (_, change) => {
    expect(held([mail(change)])).toMatchObject({ reading: { mails: [] }, heldBack: { ...none, never: 1 } });
  });

  it('does not mistake a longer domain for a never-listed one', () => {
    expect(held([mail({ from: box('a@notfamily.example') })]).reading.mails).toHaveLength(1);
  });

  it('takes never-listed addresses out of every list, and a signature that names one', () => {
    const { reading } = held([
      mail({
        to: [jonas, box('secret@client.example')],
        cc: [box('a@family.example'), client],
        replyTo: [box('b@family.example')],
        signature: { lines: ['F', 'Buyer | secret@client.example'] },
      }),
    ]);
    expect(reading.mails).toEqual([mail({ to: [jonas], cc: [client], replyTo: [], signature: null })]);
  });

  it("does not pass on a colleague's signature", () => {
    const one = mail({ from: jonas, to: [client], signature: { lines: ['Jonas'] } });
    expect(held([one]).reading.mails[0]?.signature).toBeNull();
  });

  it('takes colleagues and never-listed people and companies out of what a page says', () => {
    const { reading, heldBack } = holdBackPage(
      read({
        people: [
          { name: 'A', emails: ['a@client.example'], sure: 1 },
          { name: 'B', emails: ['b@family.example', 'b@client.example'], sure: 1 },
          { name: 'C', emails: ['c@tidewater.test'], sure: 1 },
          { name: 'D', sure: 1 },
        ],
        companies: [
          {
            name: 'Client',
            domains: ['client.example'],
            emails: ['secret@client.example', 'hi@client.example'],
            sure: 1,
          },
          { name: 'Us', domains: ['www.Tidewater.test'], sure: 1 },
          { name: 'Family', domains: ['family.example'], sure: 1 },
        ],
      }),
      policy,
    );
    expect(reading.people.map(({ name }) => name)).toEqual(['A', 'D']);
    expect(reading.companies).toEqual([
      { name: 'Client', domains: ['client.example'], emails: ['hi@client.example'], sure: 1 },
    ]);
    expect(heldBack).toEqual({ never: 1, bulk: 0, internal: 1 });
  });

  it('lets a webmail say nothing that only ordinary pages say', () => {
    const all = read({
      mails: [mail({})],
      people: [{ name: 'A', sure: 1 }],
      companies: [{ name: 'B', sure: 1 }],
    });
    expect(holdBackMails(all, policy, null).reading).toMatchObject({ people: [], companies: [] });
  });
});
