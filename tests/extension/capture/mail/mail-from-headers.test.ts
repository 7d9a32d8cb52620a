import { describe, expect, it } from 'vitest';
import { mailFromHeaders } from '../../../../extension/capture/mail/mail-from-headers.ts';
import { answeredIds, messageIdOf } from '../../../../extension/capture/mail/message-ids.ts';
import { parseHeaders } from '../../../../extension/capture/mail/parse-headers.ts';

const now = Date.parse('2026-11-01T12:00:00Z');

function read(...lines: string[]) {
  const header = parseHeaders(lines.join('\r\n')) ?? expect.fail('no headers');
  return mailFromHeaders(header, now);
}

describe('a mail by its headers', () => {
  it('has its people with their roles, its subject, time and identity', () => {
    const { mail, problems } = read(
      'From: "Doe, John" <j@client.example>',
      'To: jonas.weber@tidewater.test, Fiona =?UTF-8?Q?Ma=C3=AFs?= <f@client.example>',
      'Cc: team: a@client.example, b@client.example;',
      'Reply-To: desk@client.example',
      'Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=',
      'Date: Mon, 05 Oct 2026 09:14:22 +0100',
      'Message-ID: <one.1@client.example>',
      'In-Reply-To: <zero@tidewater.test>',
      'References: <first@tidewater.test> <zero@tidewater.test>',
    );
    expect(problems).toEqual([]);
    expect(mail).toEqual({
      messageId: 'one.1@client.example',
      answers: ['first@tidewater.test', 'zero@tidewater.test'],
      from: { name: 'Doe, John', email: 'j@client.example' },
      sender: null,
      replyTo: [{ name: null, email: 'desk@client.example' }],
      to: [
        { name: null, email: 'jonas.weber@tidewater.test' },
        { name: 'Fiona Maïs', email: 'f@client.example' },
      ],
      cc: [
        { name: null, email: 'a@client.example' },
        { name: null, email: 'b@client.example' },
      ],
      subject: 'Grüße',
      date: { ms: Date.parse('2026-10-05T08:14:22Z'), precision: 'second' },
      bulk: null,
      signs: {
        headers: {
          'reply-to': 'desk@client.example',
          'message-id': '<one.1@client.example>',
          'in-reply-to': '<zero@tidewater.test>',
        },
      },
      signature: null,
    });
  });

  it('says what is missing, and takes the time of reading for a time that cannot be known', () => {
    const { mail, problems } = read('From: undisclosed', 'Subject: x', 'Date: soon');
    expect(problems).toEqual(['sender-not-an-address', 'date-missing']);
    expect(mail.date).toEqual({ ms: now, precision: 'seen' });
    expect(mail.messageId).toBeNull();
  });

  it('tells a missing sender from one that is no address', () => {
    expect(read('To: a@b.example').problems).toContain('sender-missing');
  });

  it('gives at most 1,000 recipients and says that there are more', () => {
    const { mail, problems } = read(
      'From: a@b.example',
      `To: ${Array.from({ length: 1200 }, (_, i) => `p${i}@c.example`).join(', ')}`,
    );
    expect(mail.to).toHaveLength(1000);
    expect(problems).toContain('too-large');
  });

  it('passes on the first value of each header that tells bulk, cut short, and no other header', () => {
    const { mail } = read(
      'From: a@b.example',
      `List-Unsubscribe: <https://b.example/u?${'x'.repeat(400)}>`,
      'Precedence: bulk',
      'Precedence: list',
      'X-Secret: 1',
    );
    expect(mail.signs).toEqual({
      headers: { 'list-unsubscribe': `<https://b.example/u?${'x'.repeat(279)}`, precedence: 'bulk' },
    });
  });
});

describe('message ids', () => {
  it('lose brackets, comments and folds', () => {
    expect(messageIdOf(' <a.\r\n b@c.example> (comment)')).toBe('a.b@c.example');
    expect(messageIdOf('bare@c.example')).toBe('bare@c.example');
    expect(messageIdOf(' ')).toBeNull();
    expect(messageIdOf(`<${'x'.repeat(999)}>`)).toBeNull();
  });

  it('of what is answered stand once, the newest last', () => {
    expect(answeredIds(['<a@x> <b@x>', '<c@x>'], ['<b@x>'])).toEqual(['a@x', 'c@x', 'b@x']);
    expect(answeredIds(['<a@x> '.repeat(5)], [])).toEqual(['a@x']);
    const many = Array.from({ length: 150 }, (_, i) => `<${i}@x>`).join(' ');
    expect(answeredIds([many], [])).toHaveLength(100);
    expect(answeredIds([many], []).at(-1)).toBe('149@x');
  });
});
