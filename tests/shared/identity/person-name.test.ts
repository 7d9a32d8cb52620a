import { describe, expect, it } from 'vitest';
import { foldName, namesAgree, nameWords, personNameFrom } from '../../../shared/identity/person-name.ts';

const email = 'john.doe@north.example';

describe('a display name', () => {
  it.each([
    ['John Doe', 'John Doe'],
    ['"Doe, John"', 'John Doe'],
    ['Doe, John', 'John Doe'],
    ["'John Doe'", 'John Doe'],
    ['North Yard, Inc.', 'North Yard, Inc.'],
    ['Nord Werft, GmbH', 'Nord Werft, GmbH'],
    ['John Doe (via Tracker)', 'John Doe'],
    ['John\u202eeoD', 'John eoD'],
    ['آزاده‌ رضایی', 'آزاده‌ رضایی'],
    ['山田 太郎', '山田 太郎'],
    ["Seán O'Brien", "Seán O'Brien"],
  ])('%s gives %s', (shown, name) => {
    expect(personNameFrom(shown, email)).toBe(name);
  });

  it.each([
    null,
    '',
    '   ',
    'ceo@bank.example',
    'John <ceo@bank.example>',
    'john.doe',
    'JOHN.DOE',
    '12345',
    '---',
    'https://bank.example',
    'www.bank.example',
  ])('%s gives none', (shown) => {
    expect(personNameFrom(shown, email)).toBe(null);
  });
});

describe('two names', () => {
  it.each([
    ['John Doe', 'Doe, John'],
    ['José Núñez', 'jose nunez'],
    ['Anna Schmidt', 'Dr. Anna Maria Schmidt'],
    ['J. Doe', 'John Doe'],
    ['Anna', 'Anna Schmidt'],
  ])('%s and %s may be one', (one, other) => {
    expect(namesAgree(one, other)).toBe(true);
    expect(namesAgree(other, one)).toBe(true);
  });

  it.each([
    ['John Doe', 'Jane Doe'],
    ['Anna Schmidt', 'Anna Schneider'],
  ])('%s and %s are two', (one, other) => {
    expect(namesAgree(one, other)).toBe(false);
  });

  it('are folded into words that search finds', () => {
    expect(nameWords('Ørsted-Kjær A/S')).toEqual(['ørsted', 'kjær', 'a', 's']);
    expect(foldName('Łukasz  ŻAK')).toBe(foldName('zak łukasz'));
  });
});
