import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMailDate } from '../../../../extension/capture/mail/parse-date.ts';

const utc = (value: string) => {
  const ms = parseMailDate(value);
  return ms === null ? null : new Date(ms).toISOString();
};

describe('a Date header', () => {
  it.each([
    ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
    ['Tue, 1 Jul 2003 10:52:37 +0200', '2003-07-01T08:52:37.000Z'],
    ['Thu, 13 Feb 1969 23:32:54 -0330', null],
    ['23 Oct 2026 09:30 +0100', '2026-10-23T08:30:00.000Z'],
    ['Fri,  3 Oct 2026 00:00:01 +1245 (NZ (summer))', '2026-10-02T11:15:01.000Z'],
    ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06.000Z'],
    ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06.000Z'],
    ['Mon, 05 Oct 2026 12:00:00 EST', '2026-10-05T17:00:00.000Z'],
    ['Mon, 05 Oct 2026 12:00:00 Z', '2026-10-05T12:00:00.000Z'],
    ['Sat, 31 Dec 2016 23:59:60 +0000', '2017-01-01T00:00:00.000Z'],
    ['Mon, 05-Oct-2026 12:00:00 +0000', '2026-10-05T12:00:00.000Z'],
  ])('%s', (value, expected) => {
    expect(utc(value)).toBe(expected);
  });

  it.each([
    'Mon, 05 Oct 2026 12:00:00',
    'Mon, 05 Oct 2026 12:00:00 CEST',
    'Mon, 31 Feb 2026 12:00:00 +0000',
    'Mon, 05 Oct 2026 25:00:00 +0000',
    'Mon, 05 Foo 2026 12:00:00 +0000',
    'Mon, 05 Oct 2026 12:00:00 +9900',
    '',
    'yesterday',
  ])('is unknown rather than guessed: "%s"', (value) => {
    expect(parseMailDate(value)).toBeNull();
  });

  it('gives back every time that it is made of', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (date, offset) => {
          const seconds = Math.floor(date.getTime() / 1000) * 1000;
          const local = new Date(seconds + offset * 60_000).toUTCString().slice(0, -4);
          const sign = offset < 0 ? '-' : '+';
          const digits = String(Math.floor(Math.abs(offset) / 60) * 100 + (Math.abs(offset) % 60)).padStart(
            4,
            '0',
          );
          expect(parseMailDate(`${local} ${sign}${digits}`)).toBe(seconds);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => parseMailDate(text) !== undefined));
  });
});
