import { describe, expect, it } from 'vitest';
import { type DateStyle, parseShownDate } from '../../../../extension/capture/sites/parse-shown-date.ts';

const utc = (text: string, style: DateStyle) => {
  const ms = parseShownDate(text, style);
  return ms === null ? null : new Date(ms).toISOString().slice(0, 16);
};

describe('a date as a page shows it', () => {
  it.each([
    ['Friday, October 23, 2026 08:30 UTC', { language: 'en', timeZone: 'UTC' }, '2026-10-23T08:30'],
    [
      'Friday, October 23, 2026 08:30 AM CDT',
      { language: 'en', timeZone: 'America/Chicago' },
      '2026-10-23T13:30',
    ],
    ['Tue, Nov 17, 2026, 4:05 PM', { language: 'en-US', timeZone: 'UTC' }, '2026-11-17T16:05'],
    ['Tue, Nov 17, 2026, 12:05 AM', { language: 'en', timeZone: 'UTC' }, '2026-11-17T00:05'],
    [
      'Freitag, 23. Oktober 2026 10:30 CEST',
      { language: 'de', timeZone: 'Europe/Berlin' },
      '2026-10-23T08:30',
    ],
    ['vendredi 23 octobre 2026 10:30', { language: 'fr_FR', timeZone: 'Europe/Paris' }, '2026-10-23T08:30'],
    [
      'viernes, 23 de octubre de 2026 10:30',
      { language: 'es', timeZone: 'Europe/Madrid' },
      '2026-10-23T08:30',
    ],
    [
      'sexta-feira, 23 de outubro de 2026 05:30',
      { language: 'pt-BR', timeZone: 'America/Sao_Paulo' },
      '2026-10-23T08:30',
    ],
    ['pátek 23. října 2026 10:30', { language: 'cs', timeZone: 'Europe/Prague' }, '2026-10-23T08:30'],
    ['23 říjen 2026 10:30', { language: 'cs', timeZone: 'Europe/Prague' }, '2026-10-23T08:30'],
    [
      '2026年10月23日 17:30',
      { language: 'ja', timeZone: 'Asia/Tokyo', dateFormat: '%Y年%m月%d日' },
      '2026-10-23T08:30',
    ],
    ['23/10/26 10:30', { language: 'xx', timeZone: 'UTC', dateFormat: '%d/%m/%y' }, '2026-10-23T10:30'],
    ['10/23/2026 10:30', { language: 'en', timeZone: 'UTC' }, '2026-10-23T10:30'],
    ['2026-11-05 10:30', { language: 'en', timeZone: 'UTC' }, '2026-11-05T10:30'],
    ['5.5.2026 10:30', { language: 'de', timeZone: 'UTC' }, '2026-05-05T10:30'],
  ])('%s', (text, style, expected) => {
    expect(utc(text, style)).toBe(expected);
  });

  it('goes by the time zone of that day, on both sides of a change of the clocks', () => {
    const style = { language: 'en', timeZone: 'Europe/Berlin' };
    expect(utc('March 29, 2026 01:59', style)).toBe('2026-03-29T00:59');
    expect(utc('March 29, 2026 03:00', style)).toBe('2026-03-29T01:00');
    expect(utc('October 25, 2026 02:30', style)).toBe('2026-10-25T00:30');
    expect(utc('October 25, 2026 03:30', style)).toBe('2026-10-25T02:30');
  });

  it.each([
    ['11/05/2026 10:30', 'either could be the month'],
    ['Friday 10:30', 'there is no date'],
    ['October 23, 2026', 'there is no time'],
    ['May or June 5, 2026 10:30', 'two months are named'],
    ['October 23, 2026 25:30', 'there is no such hour'],
    [`${'9'.repeat(300)} 10:30`, 'it is too long'],
  ])('is unknown rather than guessed: %s (%s)', (text) => {
    expect(parseShownDate(text, { language: 'en', timeZone: 'UTC' })).toBeNull();
  });

  it('is unknown for a time zone or language that does not exist', () => {
    expect(parseShownDate('October 23, 2026 10:30', { language: 'en', timeZone: 'Mars/Base' })).toBeNull();
    expect(parseShownDate('October 23, 2026 10:30', { language: 'en', timeZone: '' })).toBeNull();
    expect(parseShownDate('October 23, 2026 10:30', { language: '!', timeZone: 'UTC' })).toBeNull();
  });
});
