import { describe, expect, it } from 'vitest';
import { wordTable } from '../../../../extension/reading/signature/word-table.ts';

describe('a table of words', () => {
  const has = wordTable('chef direct* *leiter *abteil* board_member 部長 účetní');

  it.each([
    ['Chef de projet', 'a whole word'],
    ['Direktorin', 'no beginning that is spelt otherwise'],
    ['Directrice des achats', 'a beginning'],
    ['Vertriebsleiter', 'an end'],
    ['Zentralabteilung', 'a part'],
    ['Board member since 2020', 'two words'],
    ['営業部長', 'a part of a text without spaces'],
    ['UCETNI', 'a word without its accents'],
  ])('%s: %s', (text, what) => {
    expect(has(text)).toBe(!what.startsWith('no '));
  });

  it('does not take an end for a whole word, nor parts of words for words', () => {
    expect(['leiter', 'Chefin', 'board', ''].map(has)).toEqual([false, false, false, false]);
  });

  it('looks at the first 300 characters alone', () => {
    expect(has(`${'x '.repeat(200)}chef`)).toBe(false);
  });
});
