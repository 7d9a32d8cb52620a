import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { givenNameTie } from '../../../shared/identity/given-names.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { byProxy, nameFit } from '../../../shared/text/sender-names.ts';
import { trimMarks } from '../../../shared/text/trim-marks.ts';
import { isGivenName } from '../names/is-given-name.ts';

/** How a text goes with the sender: as nameFit says, and `Tom` is a Thomas. */
export function fitOfName(text: string, words: readonly string[]): 'same' | 'other' | 'none' {
  const fit = nameFit(text, words);
  if (fit !== 'other') return fit;
  const [first = ''] = folded(text).split(' ');
  return words.some((word) => givenNameTie(first, word) !== null) ? 'same' : 'other';
}

/** True where some word is a given name somewhere; names of other scripts than Latin and Cyrillic are told by their length. */
export function looksPersonal(text: string): boolean {
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    return text.replace(/\s/g, '').length <= 8;
  }
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text)) return text.split(/\s+/).length <= 4;
  return folded(text).split(' ').some(isGivenName);
}

/** True where a text that names no person is the sender's display name: a mailbox of a team. */
export function isSharedMailbox(text: string, from: SeenMailbox | null): boolean {
  const [shown = ''] = (from?.name ?? '').split(/[<@]/);
  return folded(shown) === folded(text) && !looksPersonal(text);
}

/** A name as signed, without what stands before and around it. */
export function cleanName(text: string): string {
  return trimMarks(text.replace(byProxy, ''), '-–—*~_/"\'<>,!;').replace(/\s+/g, ' ');
}
