import { describe, expect, it } from 'vitest';
import { findEmails, findPhones } from '../../../shared/text/contact-facts.ts';

const found = (line: string) => findEmails(line).map(({ text }) => text);

describe('mail addresses in a line', () => {
  it.each([
    ['E-Mail: ines.duarte@bluefinch.example.', ['ines.duarte@bluefinch.example']],
    ['a@b.example,c@d.example', ['a@b.example', 'c@d.example']],
    ['<ines+news@mail.bluefinch.example>', ['ines+news@mail.bluefinch.example']],
    ['jürgen@grün.example', ['jürgen@grün.example']],
    ['x@192.0.2.1', []],
    ['x@localhost', []],
    ['@bluefinch.example and ines@', []],
    ['a@b@c.example', ['b@c.example']],
  ])('%s', (line, emails) => {
    expect(found(line)).toEqual(emails);
  });

  it('says where they stand', () => {
    const line = 'write to ines@bluefinch.example today';
    const [{ start, end } = { start: 0, end: 0 }] = findEmails(line);
    expect(line.slice(start, end)).toBe('ines@bluefinch.example');
  });
});

describe('telephone numbers in a line', () => {
  it.each([
    ['Ticket Office: (561) 555-0128', '(561) 555-0128'],
    ['Account manager 020 7946 0101', '020 7946 0101'],
    ['Invoice: ph 212-555-0101', '212-555-0101'],
    ['Order desk +49 421 5550110', '+49 421 5550110'],
    ['Phone No. 212-555-0101', '212-555-0101'],
    ['Contact number: 212-555-0101', '212-555-0101'],
    ['Fax nr 0421 5550199', '0421 5550199'],
    ['T 5550-123', '5550-123'],
  ])('%s', (line, phone) => {
    expect(findPhones(line).map(({ text }) => text)).toEqual([phone]);
  });

  it.each([
    'Ticket 212-555-0101',
    'Account number: 212 555 0101',
    'Company registration number 01234567',
    'USt-IdNr.: 123 456 789',
    'VAT GB 123 456 789',
    'ABN 12 345 678 901',
    'Order no. 2024-555-0101',
    'IBAN 0012 3456 7890',
    'CEP 01234-000',
    'P.O. Box 012 345 678',
    '12.05.2026 – 14.05.2026',
  ])('none: %s', (line) => {
    expect(findPhones(line)).toEqual([]);
  });
});
