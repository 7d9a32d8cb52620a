import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneKey, readPhoneNumber, toE164 } from '../../../shared/identity/phone-number.ts';

fc.configureGlobal({ seed: 20_261_122 });

describe('a telephone number', () => {
  it.each([
    ['+49 (0)40 555 0100', 'DE', '+49405550100'],
    ['040 / 5550-100', 'DE', '+49405550100'],
    ['0044 20 7946 0958', null, '+442079460958'],
    ['Tel.: 020 7946 0958', 'GB', '+442079460958'],
    ['(212) 555-0134', 'US', '+12125550134'],
    ['011 49 40 5550100', 'US', '+49405550100'],
    ['٠٤٠ ٥٥٥ ٠١٠٠', 'EG', '+20405550100'],
    ['１ 212 555 0134', 'US', '+12125550134'],
  ])('%s in %s is %s', (text, country, e164) => {
    expect(toE164(text, country)).toBe(e164);
  });

  it.each([
    ['040 555 0100', null],
    ['12', 'DE'],
    ['call me', 'DE'],
    ['', 'DE'],
    ['040 555 0100', 'XX'],
  ])('%s in %s is none', (text, country) => {
    expect(toE164(text, country)).toBe(null);
  });

  it('keeps its extension apart', () => {
    expect(readPhoneNumber('(212) 555-0134 ext. 12', 'US')).toEqual({
      e164: '+12125550134',
      extension: '12',
    });
  });

  it('has one key however it is written', () => {
    expect(phoneKey('020 7946 0958')).toBe(phoneKey('+44 20 7946 0958 x 12'));
    expect(phoneKey('12')).toBe('');
  });

  it('once read stays as it is, and any text is taken', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.stringMatching(/^[+0-9 ()/-]{6,20}$/)),
        (text) => {
          const e164 = toE164(text, 'DE');
          if (e164 !== null) {
            expect(e164).toMatch(/^\+\d{4,17}$/);
            expect(toE164(e164, null)).toBe(e164);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
