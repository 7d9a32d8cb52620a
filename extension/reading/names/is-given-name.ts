import { isKnownGivenName } from '../../../shared/identity/given-names.ts';
import { toLatin } from '../../../shared/identity/script/to-latin.ts';
import { isAmbiguousName, listedGivenName } from './given-name-list.ts';

/** Whether a word (folded) is somebody's given name somewhere; hyphenated names by their parts. */
export function isGivenName(word: string): boolean {
  return strengthOfGivenName(word) > 0;
}

/** 1 for a given name, 0.5 for one that is a common word, place or surname as well, 0 for neither. */
export function strengthOfGivenName(word: string): number {
  const listed = listedGivenName(word);
  if (listed === 'given') return 1;
  if (listed === 'also-given') return 0.5;
  if (isKnownGivenName(word)) return isAmbiguousName(word) ? 0.5 : 1;
  if (word.includes('-')) return Math.min(...word.split('-').map(strengthOfGivenName));
  const latin = /[^\p{ASCII}]/u.test(word) ? toLatin(word) : word;
  return latin === word ? 0 : strengthOfGivenName(latin);
}
