import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeHeaderText } from '../../../../extension/capture/addresses/decode-header-text.ts';

describe('the text of a header', () => {
  test.each([
    ['plain text', 'Offer 12', 'Offer 12'],
    ['Q', '=?ISO-8859-1?Q?Andr=E9_Moor?=', 'André Moor'],
    ['B', '=?utf-8?b?Wm/Dqw==?=', 'Zoë'],
    ['B without its padding', '=?utf-8?B?Wm/Dqw?=', 'Zoë'],
    ['a language tag', '=?US-ASCII*EN?Q?Ann?= Moor', 'Ann Moor'],
    ['adjacent words', '=?utf-8?q?a?=\r\n =?utf-8?q?b?= c', 'ab c'],
    ['a character cut in two', '=?utf-8?b?4oKs4g==?= =?utf-8?b?gqw=?=', '€€'],
    ['adjacent words of two charsets', '=?iso-8859-1?q?=E9?= =?iso-8859-2?q?=E8?=', 'éč'],
    ['Japanese', '=?ISO-2022-JP?B?GyRCOjRGIxsoQg==?=', '佐藤'],
    ['Cyrillic', '=?koi8-r?B?0NLJ18XU?=', 'привет'],
    ['an unknown charset', '=?x-nobody?q?a=41?=', '=?x-nobody?q?a=41?='],
    ['broken base64', '=?utf-8?b?*?= x', '=?utf-8?b?*?= x'],
    ['what only looks like a word', '=? =?utf-8?q no', '=? =?utf-8?q no'],
  ])('%s', (_, value, expected) => {
    expect(decodeHeaderText(value)).toBe(expected);
  });

  test('never throws', () => {
    const piece = fc.constantFrom('=?', '?=', '?q?', '?b?', 'utf-8', '=E9', '_', ' ', 'AAAA', '\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))), (pieces) => {
        expect(typeof decodeHeaderText(pieces.join(''))).toBe('string');
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  test('a long run of words ends', () => {
    expect(decodeHeaderText('=?utf-8?q?a?= '.repeat(20_000)).length).toBeLessThan(100_001);
  });
});
