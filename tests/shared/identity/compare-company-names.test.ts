import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCompanyNames, relateCompanyNames } from '../../../shared/identity/compare-company-names.ts';

fc.configureGlobal({ seed: 20_261_122 });

const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);
const form = fc.constantFrom('GmbH', 'Ltd', 'S.p.A.', 'Inc.', 'Sp. z o.o.', '');
const company = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), form)
  .map(([words, end]) => [...words, end].join(' ').trim());
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), company);

describe('one organisation', () => {
  it.each([
    ['Nord Werft GmbH', 'Nord Werft'],
    ['Nord Werft GmbH', 'NORD WERFT Gesellschaft mit beschränkter Haftung'],
    ['Nord Werft GmbH', 'Nordwerft GmbH'],
    ['Rossi S.p.A.', 'Rossi SpA'],
    ['Harbour Tools Pty Ltd', 'Harbor Tools Pty. Limited'],
    ['Kowalski Sp. z o.o.', 'Kowalski spółka z ograniczoną odpowiedzialnością'],
    ['ООО «Северная верфь»', 'Severnaya Verf LLC'],
    ['株式会社日立製作所', '日立製作所株式会社'],
    ['株式会社サクラ', 'Sakura K.K.'],
    ['Tidewater Intl', 'Tidewater International'],
    ['Harbour Mfg Co', 'Harbour Manufacturing Company'],
    ['Keller Bros.', 'Keller Brothers'],
    ['Keller & Söhne', 'Keller und Soehne'],
    ['Procter & Hill', 'Procter and Hill'],
    ['The Harbour Company', 'Harbour Company'],
    ['L.K.M. Aviation', 'LKM Aviation'],
    ['NWG', 'Nordische Werft Gesellschaft'],
    ['1st Harbour Bank', 'First Harbour Bank'],
    ['Yard Forty-Four', 'Yard 44'],
    ['Tidewater Tols Ltd', 'Tidewater Tools Ltd'],
    ['World Harbour Organisation', 'World Harbor Organization'],
  ])('%s and %s', (one, other) => {
    expect(relateCompanyNames(one, other)).toMatchObject({ relation: 'same' });
    expect(compareCompanyNames(one, other)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('two organisations', () => {
  it.each([
    ['Harbour Tools Ltd', 'Harbour Paints Ltd', null],
    ['Harbour Ltd', 'Harbour Systems Ltd', null],
    ['North Bank', 'South Bank', null],
    ['International Trading Company', 'International Services Company', null],
    ['Nord Werft GmbH', 'Nord Werft AG', 'form'],
    ['Nord Werft AG', 'Nord Werft AG Filiale München', 'branch'],
    ['Harbour Solutions (France) SARL', 'Harbour Solutions (Germany) GmbH', 'branch'],
    ['Banco Porto S.A.', 'Banco Porto Chile S.A.', 'branch'],
    ['Yard 23', 'Yard', 'series'],
    ['OOO Vesna', 'ANO Vesna', 'form'],
  ])('%s and %s (%s)', (one, other, relation) => {
    expect(compareCompanyNames(one, other)).toBeLessThan(0.5);
    expect(relateCompanyNames(one, other).relation).toBe(relation);
  });

  it('of one series are told by their numbers, however alike the names', () => {
    expect(relateCompanyNames('Harbour Fund III L.P.', 'Harbour Fund IV L.P.').relation).toBe('series');
    expect(relateCompanyNames('Loan Trust 2004-1', 'Loan Trust 2005-1').relation).toBe('series');
  });
});

describe('the comparison of organisations', () => {
  it('is the same from both sides and stays between 0 and 1', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const found = relateCompanyNames(a, b);
        expect(found).toEqual(relateCompanyNames(b, a));
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('calls a name itself, in capitals too', () => {
    fc.assert(
      fc.property(company, (name) => {
        expect(compareCompanyNames(name, name.toUpperCase())).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
