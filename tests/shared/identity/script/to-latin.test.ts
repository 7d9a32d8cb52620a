import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptOf, toLatin } from '../../../../shared/identity/script/to-latin.ts';

fc.configureGlobal({ seed: 20_261_122 });

describe('a text in Latin letters', () => {
  it.each([
    ['Müller', 'muller'],
    ['Ørsted Łódź Straße', 'orsted lodz strasse'],
    ['Сергей Викторович', 'sergey viktorovich'],
    ['Γιώργος', 'giorgos'],
    ['バラク', 'baraku'],
    ['シャープ', 'shapu'],
    ['김정은', 'gimjeongeun'],
    ['习近平', 'xijinping'],
    ['नरेन्द्र', 'narendr'],
    ['ዐቢይ', 'abiy'],
    ['ქართული', 'kartuli'],
    ['محمد', 'mhmd'],
    ['plain text 42', 'plain text 42'],
  ])('%s is %s', (text, latin) => {
    expect(toLatin(text)).toBe(latin);
  });

  it('stays as it is, and grows within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const latin = toLatin(text);
        expect(latin.length).toBeLessThanOrEqual(8 + 8 * text.normalize('NFKC').length);
        if (/^\p{ASCII}*$/u.test(latin)) expect(toLatin(latin)).toBe(latin);
      }),
    );
  });

  it('has a script', () => {
    expect(scriptOf('Jonas 王')).toBe('latin');
    expect(scriptOf('Сергей')).toBe('cyrillic');
    expect(scriptOf('42')).toBe(null);
  });
});
