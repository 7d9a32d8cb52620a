import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddressList } from '../../../../extension/capture/addresses/parse-address-list.ts';
import { parseHeaderMailboxes } from '../../../../extension/capture/addresses/parse-header-mailboxes.ts';

const read = (header: string) =>
  parseAddressList(header).map(({ name, email }) => (name === null ? email : `${name} <${email}>`));

describe('the mailboxes of an address header', () => {
  test.each([
    ['bare', 'ann@bluefinch.example', ['ann@bluefinch.example']],
    ['angle without name', '<ann@bluefinch.example>', ['ann@bluefinch.example']],
    [
      'a comma in quotes',
      '"Moor, Ann" <ann@bluefinch.example>, bob@rustle.example',
      ['Moor, Ann <ann@bluefinch.example>', 'bob@rustle.example'],
    ],
    ['a comma without quotes', 'Moor, Ann <ann@bluefinch.example>', ['Moor, Ann <ann@bluefinch.example>']],
    [
      'escaped quotes',
      '"Ann \\"Mo\\" Moor" <ann@bluefinch.example>',
      ['Ann "Mo" Moor <ann@bluefinch.example>'],
    ],
    [
      'dots without quotes',
      'Ann Q. Moor, Jr. <ann@bluefinch.example>',
      ['Ann Q. Moor, Jr. <ann@bluefinch.example>'],
    ],
    ['a comment for a name', 'ann@bluefinch.example (Ann Moor)', ['Ann Moor <ann@bluefinch.example>']],
    [
      'a comment beside a name',
      'Ann Moor (Sales) <ann@bluefinch.example>',
      ['Ann Moor (Sales) <ann@bluefinch.example>'],
    ],
    [
      'nested comments',
      'Ann (of (old) Leeds) <ann@bluefinch.example>',
      ['Ann (of (old) Leeds) <ann@bluefinch.example>'],
    ],
    [
      'groups',
      'Buyers: Ann <ann@bluefinch.example>, bob@rustle.example; Zoe <zoe@trap.example>',
      ['Ann <ann@bluefinch.example>', 'bob@rustle.example', 'Zoe <zoe@trap.example>'],
    ],
    ['an empty group', 'undisclosed-recipients:;', []],
    [
      'semicolons',
      'Ann <ann@bluefinch.example>; Bob <bob@rustle.example>',
      ['Ann <ann@bluefinch.example>', 'Bob <bob@rustle.example>'],
    ],
    [
      'the obsolete route',
      'Ann <@relay.example,@b.example:ann@bluefinch.example>',
      ['Ann <ann@bluefinch.example>'],
    ],
    ['obsolete white space', 'ann @ bluefinch . example', ['ann@bluefinch.example']],
    ['folding', 'Ann\r\n Moor\r\n\t<ann@bluefinch.example>', ['Ann Moor <ann@bluefinch.example>']],
    ['the end of the header', 'ann@bluefinch.example\r\nBcc: bob@rustle.example', ['ann@bluefinch.example']],
    [
      'a forgotten comma',
      'Ann <ann@bluefinch.example> Bob <bob@rustle.example>',
      ['Ann <ann@bluefinch.example>', 'Bob <bob@rustle.example>'],
    ],
    [
      'a forgotten bracket',
      'Ann <ann@bluefinch.example, Bob <bob@rustle.example>',
      ['Ann <ann@bluefinch.example>', 'Bob <bob@rustle.example>'],
    ],
    ['a forgotten quote', '"Ann <ann@bluefinch.example>', ['"Ann <ann@bluefinch.example>']],
    ['a name before a bare address', 'Ann Moor ann@bluefinch.example', ['Ann Moor <ann@bluefinch.example>']],
    [
      'a name that repeats the address',
      '"ann@bluefinch.example" <ann@bluefinch.example>',
      ['ann@bluefinch.example'],
    ],
    ['a quoted local part', '"ann moor"@bluefinch.example', ['"ann moor"@bluefinch.example']],
    [
      'encoded words',
      '=?utf-8?q?Zo=C3=AB?= =?utf-8?B?TGFuZw==?= <zoe@trap.example>',
      ['ZoëLang <zoe@trap.example>'],
    ],
    [
      'an encoded comma',
      '=?utf-8?q?Moor=2C_Ann?= <ann@bluefinch.example>',
      ['Moor, Ann <ann@bluefinch.example>'],
    ],
    [
      'Unicode as shown',
      'Zoë Lang <zoë@bücher.example>, 佐藤 健 <ken@minato.example>',
      ['Zoë Lang <zoë@bücher.example>', '佐藤 健 <ken@minato.example>'],
    ],
    ['mailto in brackets', '<mailto:ann@bluefinch.example?subject=x>', ['ann@bluefinch.example']],
    ['what is no address', 'Ann, Bob <bob>, <http://x.example/list>, @x.example, a@, ;', []],
  ])('%s', (_, header, expected) => {
    expect(read(header)).toEqual(expected);
  });

  test('a web address of a list header is seen by the grammar, and is nobody', () => {
    const header = '<https://lists.example/unsubscribe> (Leave)';
    expect(parseHeaderMailboxes(header)).toEqual([
      { name: 'Leave', address: 'https://lists.example/unsubscribe' },
    ]);
    expect(parseAddressList(header)).toEqual([]);
  });

  test('never throws and invents no address, whatever the header', () => {
    const piece = fc.constantFrom(
      '"',
      '\\',
      '(',
      ')',
      '<',
      '>',
      ',',
      ';',
      ':',
      '@',
      '.',
      ' ',
      '\n ',
      '[',
      ']',
      '=?utf-8?q?',
      '?=',
      'ann',
      'x.example',
      'ann@x.example',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 }), (pieces) => {
        const squeezed = pieces
          .join('')
          .replace(/[\s\\"]/g, '')
          .replace(/\([^()]*\)/g, '');
        for (const { email } of parseAddressList(pieces.join(''))) {
          const [local = '', domain = ''] = email.replace(/["\\\s]/g, '').split(/@(?=[^@]*$)/);
          expect(squeezed).toContain(local.replace(/\([^()]*\)/g, ''));
          expect(squeezed).toContain(domain);
        }
      }),
      { numRuns: 2000, seed: 11 },
    );
  });

  test.each(['"', '(', '<', '<(', '<"', '\\', ',', 'a@', ' <', '=?', '=?a?q?', 'a,', '[', '(\\'])(
    '400,000 characters of %j end',
    (unit) => {
      expect(parseAddressList(unit.repeat(400_000 / unit.length)).length).toBeLessThanOrEqual(2000);
    },
  );
});
