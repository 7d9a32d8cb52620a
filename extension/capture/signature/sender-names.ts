import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { folded } from './folded-text.ts';

/** The words by which a sender may sign: of the display name and of the address's local part, folded. */
export function senderWords(from: SeenMailbox | null): string[] {
  if (from === null) return [];
  const name = (from.name ?? '').replace(/<[^>]*>?/g, ' ');
  const local = from.email.split('@')[0] ?? '';
  const words = `${folded(name.includes('@') ? (name.split('@')[0] ?? '') : name)} ${folded(local.replace(/[._\d-]+/g, ' '))}`;
  return [...new Set(words.split(' ').filter((word) => word.length > 1))].slice(0, 20);
}

/**
 * How a signed name goes with the sender: `same` (shares a word, a short form or the initials), `other` (a name, and none
 * of it the sender's), `none` (this is no name). Short forms are known by their first three letters (`Chris`, `Christopher`).
 */
export function nameFit(text: string, words: readonly string[]): 'same' | 'other' | 'none' {
  const bare = text.replace(/\([^()]*\)/g, ' ').replace(/^[\s\-–—*~_/"']+|[\s.,!*~_;/"'-]+$/g, '');
  if (bare.length < 2 || bare.length > 60 || /[\d@:?!<>|=]/.test(bare)) return 'none';
  const parts = bare.split(/[\s,]+/).filter((part) => part !== '');
  if (parts.length > 6) return 'none';
  const folds = parts.map(folded);
  const initials = words.map((word) => word[0]).join('');
  const all = folds.join('');
  if (folds.some((part) => part.length > 1 && words.includes(part)))
    return parts.length <= 5 ? 'same' : 'none';
  if (all.length >= 2 && all.length <= 3 && parts.length <= 2 && isWithinInOrder(all, initials))
    return 'same';
  const shortForm = folds.some(
    (part) =>
      part.length >= 3 &&
      words.some((word) => word.startsWith(part.slice(0, 3)) || (part.length > 4 && word.includes(part))),
  );
  const capitalised = parts.every((part) =>
    /^\p{Lu}|^\p{Lo}|^(?:de|von|van|der|den|la|du|da|di|le|bin|al|el|y|zu)$/u.test(part),
  );
  if (shortForm && parts.length <= 3) return 'same';
  return capitalised && parts.length <= 4 ? 'other' : 'none';
}

function isWithinInOrder(part: string, whole: string): boolean {
  let at = 0;
  for (const char of whole) if (char === part[at]) at += 1;
  return at >= part.length || [...part].toReversed().join('') === whole;
}
