import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePersonNames } from '../../../shared/identity/compare-person-names.ts';

fc.configureGlobal({ seed: 20_261_122 });

const word = fc.stringMatching(/^[B-Z][a-z]{3,9}$/);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(word, { maxLength: 5 }).map((all) => all.join(' ')),
);

describe('one person', () => {
  it.each([
    ['order', 'Jonas Weber', 'Weber, Jonas'],
    ['order of three words', 'Le Thi Hoa', 'Hoa Le Thi'],
    ['titles', 'Prof. Dr. Amira Haddad', 'Amira Haddad'],
    ['degrees and generations', 'John Doe Jr.', 'John Doe'],
    ['a degree behind a comma', 'Vera Novak, PhD', 'Vera Novak'],
    ['particles', 'Jan van der Berg', 'Jan Berg'],
    ['Arabic articles', 'Bashar el-Sayed', 'Bashar Al Sayed'],
    ['initials', 'J. Weber', 'Jonas Weber'],
    ['initials in a row', 'J.-P. Martin', 'Jean-Pierre Martin'],
    ['a middle name', 'Jonas Martin Weber', 'Jonas Weber'],
    ['a patronymic', 'Vladimir Sergeevich Orlov', 'Vladimir Orlov'],
    ['umlauts', 'Jürgen Müller', 'Juergen Mueller'],
    ['a sharp s', 'Anna Strauß', 'Anna Strauss'],
    ['Nordic letters', 'Søren Ångström', 'Soren Angstrom'],
    ['accents', 'José Núñez', 'Jose Nunez'],
    ['Polish letters', 'Łukasz Żak', 'Lukasz Zak'],
    ['pet forms', 'Bob Miller', 'Robert Miller'],
    ['pet forms of other languages', 'Sasha Petrova', 'Aleksandra Petrova'],
    ['pet forms in Spanish', 'Paco Ruiz', 'Francisco Ruiz'],
    ['Cyrillic', 'Сергей Орлов', 'Sergej Orlov'],
    ['Ukrainian', 'Володимир Шевченко', 'Volodymyr Shevchenko'],
    ['Greek', 'Γιώργος Παππάς', 'Giorgos Pappas'],
    ['Arabic', 'محمد حداد', 'Mohammed Haddad'],
    ['romanisations of Arabic', 'Mohamed Hussein', 'Muhammad Husain'],
    ['kana', 'サラ・コナー', 'Sara Conner'],
    ['Chinese', '王伟', 'Wang Wei'],
    ['Hangul', '김민수', 'Kim Minsu'],
    ['a slip of the pen', 'Jonas Webre', 'Jonas Weber'],
    ['a doubled letter', 'Emmanuel Dupont', 'Emanuel Dupont'],
    ['words run together', 'JonasWeber', 'Jonas Weber'],
    ['a word pulled apart', 'Vera Novak Hor vathova', 'Vera Novak Horvathova'],
    ['digits for letters', 'J0nas Web3r', 'Jonas Weber'],
    ['a double surname', 'Anna Schmidt-Weber', 'Anna Schmidt'],
  ])('%s: %s and %s', (_, one, other) => {
    expect(comparePersonNames(one, other)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('two people', () => {
  it.each([
    ['another given name', 'Jonas Weber', 'Julia Weber'],
    ['another surname', 'Jonas Weber', 'Jonas Keller'],
    ['a shared middle word', 'Hans Peter Lang', 'Karl Peter Vogt'],
    ['another middle name', 'Jonas Martin Weber', 'Jonas Friedrich Weber'],
    ['another patronymic', 'Ivan Petrovich Orlov', 'Ivan Sergeevich Orlov'],
    ['an initial that contradicts', 'Jonas P. Weber', 'Jonas Martin Weber'],
    ['father and son', 'Salman bin Khalid Haddad', 'Khalid bin Salman Haddad'],
    ['another family behind the article', 'Omar Yusuf al-Masri', 'Omar Yusuf al-Baghdadi'],
    ['another character', '高石早苗', '高市早苗'],
    ['nothing in common', 'Ada Lovelace', '王伟'],
  ])('%s: %s and %s', (_, one, other) => {
    expect(comparePersonNames(one, other)).toBeLessThan(0.5);
  });
});

describe('the comparison of names', () => {
  it('is the same from both sides', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(comparePersonNames(a, b)).toBe(comparePersonNames(b, a));
      }),
      { numRuns: 500 },
    );
  });

  it('stays between 0 and 1 and takes any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const score = comparePersonNames(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('calls a name itself', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        fc.pre(/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name));
        expect(comparePersonNames(name, name)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('minds neither the order of the words nor case', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), fc.nat(), (words, at) => {
        const turned = [...words.slice(at % words.length), ...words.slice(0, at % words.length)];
        expect(comparePersonNames(words.join(' '), turned.join(' ').toUpperCase())).toBeGreaterThan(0.9);
      }),
    );
  });

  it('gives nothing for a name without letters', () => {
    expect(comparePersonNames('', '')).toBe(0);
    expect(comparePersonNames('---', 'Jonas Weber')).toBe(0);
  });
});
