import { describe, expect, it } from 'vitest';
import { isKnownWord } from '../../../../extension/capture/shape/public-words.ts';
import * as gmail from '../../../../extension/capture/sites/gmail/selectors.ts';
import * as outlook from '../../../../extension/capture/sites/outlook/selectors.ts';
import * as roundcube from '../../../../extension/capture/sites/roundcube/selectors.ts';
import * as sogo from '../../../../extension/capture/sites/sogo/selectors.ts';

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the words that may stay in a shape', () => {
  it.each(Object.entries({ gmail, outlook, roundcube, sogo }))(
    'are all that the reader of %s looks for, so that it can be mended with a shape',
    (_site, selectors) => {
      const runs = strings({ ...selectors }).flatMap((selector) => selector.match(/[A-Za-z]{3,}/g) ?? []);
      const lost = runs.filter((run) => {
        const humps = run.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
        return !isKnownWord(run) && !humps.every((hump) => hump.length < 3 || isKnownWord(hump));
      });
      expect(lost).toEqual([]);
    },
  );

  it.each([
    'Rose',
    'Mark',
    'Grant',
    'Bill',
    'Art',
    'Will',
    'Max',
    'Jack',
    'Sue',
    'Ray',
    'Dot',
    'Tab-bert',
    'Iris',
    'Ruby',
  ])('are no given names: %s', (name) => expect(isKnownWord(name)).toBe(false));
});
