import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeHeaderText } from '../../../../extension/capture/addresses/decode-header-text.ts';
import { parseAddressList } from '../../../../extension/capture/addresses/parse-address-list.ts';
import { parseHeaderMailboxes } from '../../../../extension/capture/addresses/parse-header-mailboxes.ts';

type Mailbox = { name: string | null; email: string };

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const label = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 });
const atom = fc.string({
  unit: fc.constantFrom(...letters, ..."!#$%&'*+-/=?^_`{|}~"),
  minLength: 1,
  maxLength: 8,
});
const email = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 3 }), fc.array(label, { minLength: 1, maxLength: 2 }))
  .map(([local, domain]) => `${local.join('.')}@${domain.join('.')}.example`)
  // what looks like an encoded word or a link is read as one
  .filter((address) => !address.includes('=?') && !/^mailto:|\?/.test(address));

const special = fc.constantFrom(...'",;:<>()[]\\@.\'é佐Яع😀 ');
const name = fc
  .string({ unit: fc.oneof(fc.constantFrom(...letters), special), minLength: 1, maxLength: 24 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !text.includes('=?'));
const phrase = fc
  .array(fc.string({ unit: fc.constantFrom(...letters, 'é', '佐'), minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
const base64 = (bytes: Uint8Array) => `=?utf-8?B?${Buffer.from(bytes).toString('base64')}?=`;
const quotedPrintable = (bytes: Uint8Array) =>
  `=?UTF-8?q?${[...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;

/** In encoded words that end after any number of bytes, within a character too. */
function encoded(text: string, word: (bytes: Uint8Array) => string, each: number): string {
  const bytes = Buffer.from(text, 'utf8');
  const words: string[] = [];
  for (let at = 0; at < bytes.length; at += each) words.push(word(bytes.subarray(at, at + each)));
  return words.join('\r\n ');
}

const one: fc.Arbitrary<{ mailbox: Mailbox; written: string }> = fc.oneof(
  email.map((address) => ({ mailbox: { name: null, email: address }, written: address })),
  email.map((address) => ({ mailbox: { name: null, email: address }, written: `<${address}>` })),
  fc.tuple(name, email).map(([text, address]) => ({
    mailbox: { name: text, email: address },
    written: `${quoted(text)}\r\n <${address}>`,
  })),
  fc.tuple(phrase, email).map(([text, address]) => ({
    mailbox: { name: text, email: address },
    written: `${text} <${address}>`,
  })),
  fc
    .tuple(name, email, fc.constantFrom(base64, quotedPrintable), fc.integer({ min: 1, max: 20 }))
    .map(([text, address, word, each]) => ({
      mailbox: { name: text, email: address },
      written: `${encoded(text, word, each)} <${address}>`,
    })),
  fc.tuple(phrase, email).map(([text, address]) => ({
    mailbox: { name: text, email: address },
    written: `${address} (${text})`,
  })),
  fc.tuple(phrase, email).map(([text, address]) => ({
    mailbox: { name: text, email: address },
    written: `${text} <@relay.example,@other.example:${address}>`,
  })),
);

const bare = (text: string) => text.replace(/['"<>]/g, '').toLowerCase();
const repeats = ({ name: text, email: address }: Mailbox) => bare(text ?? '') === bare(address);

describe('what is written by the rules', () => {
  test('is read as it was meant, alone, in lists and in groups', () => {
    const list = fc.array(one, { minLength: 1, maxLength: 6 });
    const separator = fc.constantFrom(', ', ',', ',\r\n\t', ' , , ');
    fc.assert(
      fc.property(
        list,
        separator,
        fc.constantFrom('', 'Buyers: ', '"A, B" : '),
        (mailboxes, between, group) => {
          const written = mailboxes.map((mailbox) => mailbox.written).join(between);
          const header = group === '' ? written : `${group}${written};`;
          const expected = mailboxes.map(({ mailbox }) =>
            repeats(mailbox) ? { ...mailbox, name: null } : mailbox,
          );
          expect(parseAddressList(header)).toEqual(expected);
        },
      ),
      { numRuns: 3000, seed: 3 },
    );
  });

  test('keeps white space in quotes, to the letter', () => {
    const spaced = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', ',', '\\', '"'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(spaced, (text) => {
        const header = `${quoted(text)} <a@b.example>`;
        const [mailbox] = parseHeaderMailboxes(header);
        expect(mailbox).toEqual({ name: text.trim() === '' ? null : text, address: 'a@b.example' });
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  test('text in encoded words of any length is whole again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (text, each) => {
          const meant = text.replace(/[\r\n]/g, '').trim();
          expect(decodeHeaderText(encoded(text.replace(/[\r\n]/g, ''), base64, each))).toBe(meant);
        },
      ),
      { numRuns: 2000, seed: 6 },
    );
  });
});

describe('what is written in other ways', () => {
  test.each([
    [
      'a bracket too many',
      'Ann <<ann@x.example>>, Bob b@x.example>',
      ['Ann <ann@x.example>', 'Bob <b@x.example>'],
    ],
    [
      'commas in names without quotes or brackets',
      'Doe, John j@x.example, Roe, Jane r@x.example',
      ['Doe, John <j@x.example>', 'Roe, Jane <r@x.example>'],
    ],
    ['a name of white space', '" " <ann@x.example>', ['ann@x.example']],
    [
      'comments everywhere',
      '(a) Ann (b) <ann(c)@(d)x.example(e)> (f)',
      ['Ann (a b f c d e) <ann@x.example>'],
    ],
    ['an encoded name within quotes', '"=?utf-8?q?Zo=C3=AB?=" <z@x.example>', ['Zoë <z@x.example>']],
    [
      'a group within its comments',
      'A (b) : (c) Ann <ann@x.example> (d) ; (e)',
      ['Ann (c d) <ann@x.example>'],
    ],
    [
      'hosts in other scripts',
      'иван@пример.example, 佐藤 <ken@例え.example>',
      ['иван@пример.example', '佐藤 <ken@例え.example>'],
    ],
  ])('%s', (_, header, expected) => {
    const read = parseAddressList(header).map(({ name: text, email: address }) =>
      text === null ? address : `${text} <${address}>`,
    );
    expect(read).toEqual(expected);
  });
});
