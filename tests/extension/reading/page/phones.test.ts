import { describe, expect, test } from 'vitest';
import { pagePhones } from '../../../../extension/reading/page/page-phones.ts';
import { pageCountry } from '../../../../shared/identity/page-country.ts';
import { type MadeUpLine, pageOf } from './made-up-page.ts';

function phonesOf(lines: readonly MadeUpLine[], host = 'page.example', lang = '') {
  const text = pageOf(lines, lang);
  const country = pageCountry({ host, lang, texts: text.lines.map((line) => line.text) });
  return pagePhones(text.lines, country).map(({ text: number, kind }) => `${kind} ${number}`);
}

describe('telephone numbers of a page', () => {
  test.each([
    [['Phone 212-555-0101 Fax 212-555-0109'], ['voice 212-555-0101', 'fax 212-555-0109']],
    [['212-555-0109 (fax)'], ['fax 212-555-0109']],
    [
      ['Fax Numbers', '212-555-0108', '212-555-0109'],
      ['fax 212-555-0108', 'fax 212-555-0109'],
    ],
    [
      ['Fax: 212-555-0109', 'or write to us', '212-555-0109'],
      ['fax 212-555-0109', 'fax 212-555-0109'],
    ],
    [['T +49 421 5550110 | F +49 421 5550199'], ['voice +49 421 5550110', 'fax +49 421 5550199']],
    [['(561) 555-0101 (561) 555-0102'], ['voice (561) 555-0101', 'voice (561) 555-0102']],
    [['Phone Number', '12125550101'], ['voice 12125550101']],
    [['Call 1-800-FLOWERS today'], ['voice 1-800-FLOWERS']],
    [
      ['電話 03-5550-0123', 'FAX 03-5550-0124'],
      ['voice 03-5550-0123', 'fax 03-5550-0124'],
    ],
    [['Тел. +7 495 555-01-23, факс +7 495 555-01-24'], ['voice +7 495 555-01-23', 'fax +7 495 555-01-24']],
  ])('%j', (lines, expected) => {
    expect(phonesOf(lines)).toEqual(expected);
  });

  test.each([
    'VAT 123 456 7890',
    'Mark 1 140/155/170',
    '+1 234 567 8901 23',
    'Order no. 2024-555-0101',
    '© 1998-2013',
    'CEP 05452-000',
    'Company number 01234567',
  ])('no number: %s', (line) => {
    expect(phonesOf([line, 'Springfield, IL 62701'])).toEqual([]);
  });

  test('a link names a number that the text does not', () => {
    expect(phonesOf([{ text: 'Call us', phones: ['+442079460101'] }])).toEqual(['voice +442079460101']);
  });
});
