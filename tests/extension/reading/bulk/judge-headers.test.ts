import { describe, expect, it } from 'vitest';
import { headerSigns } from '../../../../extension/capture/mail/bulk-signs.ts';
import { parseHeaders } from '../../../../extension/capture/mail/parse-headers.ts';
import { judgeHeaders } from '../../../../extension/reading/bulk/judge-headers.ts';

type Mail = { from?: string; name?: string; subject?: string };

const judge = (lines: readonly string[], { from = 'ann@client.example', name, subject }: Mail = {}) =>
  judgeHeaders(
    headerSigns(parseHeaders(['X-Any: 1', ...lines].join('\n')) ?? expect.fail('no headers')) ?? {},
    {
      from: { name: name ?? null, email: from },
      subject: subject ?? null,
    },
  );
const kind = (lines: readonly string[], mail?: Mail) => judge(lines, mail).kind;

const outlook = 'X-Mailer: Microsoft Outlook 16.0';

describe('bulk by headers', () => {
  it.each([
    ['list', 'List-Post: <mailto:metrology@lists.example>'],
    ['list', 'Precedence: list'],
    ['list', 'Mailing-list: list a@lists.example; contact a+owners@lists.example'],
    ['newsletter', 'List-Id: <metrology.lists.example>'],
    ['newsletter', 'List-Unsubscribe: <https://news.example/u/1>'],
    ['newsletter', 'Precedence: bulk'],
    ['newsletter', 'Feedback-ID: 4:77:tidewater'],
    ['newsletter', 'X-Campaign: 88'],
    ['auto-reply', 'Auto-Submitted: auto-replied; owner-email="a@b.example"'],
    ['auto-reply', 'X-Autoreply: yes'],
    ['auto-reply', 'Precedence: auto_reply'],
    ['auto-reply', 'X-MS-Exchange-Inbox-Rules-Loop: a@b.example'],
    ['auto-reply', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=x'],
    ['no-reply', 'Auto-Submitted: auto-generated'],
    ['no-reply', 'Reply-To: Shop <no-reply@shop.example>'],
    ['bounce', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'],
    ['bounce', 'Return-Path: <>'],
  ])('is %s: %s', (expected, line) => {
    expect(kind([line])).toBe(expected);
  });

  it.each([
    ['with no sign at all', []],
    ['with signs that say no', ['Auto-Submitted: no', 'Precedence: first-class', 'List-Unsubscribe:']],
    ['that asks for no automatic answers', ['X-Auto-Response-Suppress: All', outlook]],
    [
      'with a subject about automatic answers',
      [outlook],
      { subject: 'Automatic reply systems: your quote?' },
    ],
    ['from a billing address by hand', [outlook], { from: 'billing@client.example' }],
  ])('is none for a mail from one person, %s', (_, lines, mail?: Mail) => {
    expect(kind(lines, mail)).toBeNull();
  });

  it('is an automatic answer by its subject alone, where nobody may have typed it or where it answers', () => {
    const answer = 'In-Reply-To: <offer@tidewater.test>\nMessage-ID: <2@client.example>';
    const mail = { subject: 'Abwesenheitsnotiz: Ihr Angebot' };
    expect(kind([], mail)).toBe('auto-reply');
    expect(kind([outlook, answer], mail)).toBe('auto-reply');
    expect(kind([outlook], mail)).toBe('unknown');
  });

  it.each([
    ['Peter Lund via SignDesk', 'dse@signdesk.example', 'no-reply'],
    ['Anna Kraus (via Filebox)', 'share@filebox.example', 'no-reply'],
    ['Bettina Roth via RT', 'service@roth-kran.example', null],
  ])('is written in a person’s name by a service that the address is of: %s <%s>', (name, from, expected) => {
    expect(kind([], { name, from })).toBe(expected);
  });

  it('is unknown where no program of a person’s wrote it and answers go elsewhere', () => {
    expect(kind(['Reply-To: peter@lund.example'])).toBe('unknown');
    expect(kind(['Reply-To: ann@mail.client.example'])).toBeNull();
    expect(kind(['Reply-To: peter@lund.example', outlook])).toBeNull();
  });

  it('is no-reply for an address that nobody reads, whatever program wrote it', () => {
    expect(kind([outlook], { from: 'no-reply@shop.example' })).toBe('no-reply');
  });
});

describe('headers that say two things', () => {
  const passedOn = ['List-Unsubscribe: <mailto:postmaster@client.example>', 'Precedence: bulk'];

  it.each([
    ['a mail program', outlook],
    ['a mail program by User-Agent', 'User-Agent: Mozilla Thunderbird'],
    ['a thread of Exchange', 'Thread-Index: AQHb'],
    ['a mailbox of Gmail', 'Message-ID: <1@mail.gmail.com>'],
    ['an answer to somebody else', 'In-Reply-To: <offer@tidewater.test>\nMessage-ID: <2@client.example>'],
  ])('%s and signs of a mass mailing: unknown', (_, byHand) => {
    expect(kind([...passedOn, byHand])).toBe('unknown');
  });

  it('a thread that a machine continues by itself is no answer', () => {
    const thread = 'In-Reply-To: <issue.1@tracker.example>\nMessage-ID: <issue.2@tracker.example>';
    expect(kind([...passedOn, thread])).toBe('newsletter');
  });

  it('a calendar that sends what a person asks is unknown', () => {
    const lines = ['Auto-Submitted: auto-generated', 'Sender: Calendar <calendar-notification@cal.example>'];
    expect(kind(lines)).toBe('unknown');
  });

  it('a ticket system that sends what a named agent wrote is unknown, its own receipt is no-reply', () => {
    const answer = 'In-Reply-To: <seal@tidewater.test>\nMessage-ID: <t@desk.example>';
    const lines = ['Auto-Submitted: auto-generated', answer];
    expect(kind(lines, { name: 'Grace Mwangi (Rift Pumps)' })).toBe('unknown');
    expect(kind(lines, { name: 'Rift Pumps' })).toBe('no-reply');
  });
});

describe('mail that a program wrote, without a sign of bulk', () => {
  const php = 'X-Mailer: PHPMailer 6.8.0';

  it.each([
    ['no-reply', 'bestellungen@shop.example', [php]],
    ['unknown', 'bestellungen@shop.example', []],
    ['unknown', 'ann@client.example', [php]],
    ['unknown', 'ann@client.example', ['X-SES-Outgoing: 2027']],
    ['unknown', 'ann@client.example', ['Feedback-ID: 1.eu-west-1.abc:AmazonSES']],
  ])('is %s: %s %j', (expected, from, lines) => {
    expect(kind(lines, { from })).toBe(expected);
  });

  it('is doubtful where the envelope names another sender, and not where a mail program wrote it', () => {
    const envelope = 'Return-Path: <bounce-1@mailer.example>';
    expect(judge([envelope])).toEqual({ kind: null, hand: null, doubtful: true });
    expect(judge([envelope, outlook])).toEqual({ kind: null, hand: 'program', doubtful: false });
    expect(judge(['Return-Path: <Ann@client.example>']).doubtful).toBe(false);
    expect(judge([]).doubtful).toBe(false);
  });
});
