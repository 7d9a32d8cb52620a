import type { SeenMailbox } from '../capture/seen.ts';
import { folded } from './folded-text.ts';
import { trimMarks } from './trim-marks.ts';

const role =
  /^(?:info|sales|office|mail|contact|kontakt|support|service|team|admin|hello|hallo|post|no|reply|noreply|vertrieb|verkauf|newsletter)$/;

/** German letters say before the name for whom it is signed: `i. A. Inês Duarte`. */
export const byProxy = /^\s*(?:i\.\s?[AV]\.|pp(?:a?\.|a)|im Auftrag)\s/i;

/** The words by which a sender may sign: of the display name and of the address's local part, folded. */
export function senderWords(from: SeenMailbox | null): string[] {
  if (from === null) return [];
  const name = (from.name ?? '').replace(/<[^>]*>?/g, ' ');
  const local = from.email.split('@')[0] ?? '';
  // A name that is somebody else's address lends the sender none of its words.
  const named = name.includes('@') ? '' : name;
  const words = `${folded(named)} ${folded(local.replace(/[._\d-]+/g, ' '))}`;
  return [...new Set(words.split(' ').filter((word) => word.length > 1 && !role.test(word)))].slice(0, 20);
}

/**
 * How a signed name goes with the sender: `same` (shares a word, a short form or the initials), `other` (a name, and none
 * of it the sender's), `none` (this is no name). Short forms are known by their first three letters (`Chris`, `Christopher`).
 */
export function nameFit(text: string, words: readonly string[]): 'same' | 'other' | 'none' {
  const outside = text.replace(/\([^()]{0,60}\)|（[^（）]{0,60}）/g, ' ').replace(byProxy, '');
  const bare = trimMarks(outside, '-–—*~_/"\'>', '.,!;*~_/"\'-');
  if (bare.length === 0 || bare.length > 60 || /[\d@:?!<>|=&]/.test(bare)) return 'none';
  const parts = bare.split(/[\s,]+/);
  if (parts.length > 5) return 'none';
  const folds = parts.map(folded);
  const capitalised = parts.every((part) =>
    /^\p{Lu}|^\p{Lo}|^(?:d[aeiu]|des|del|van|von|der|den|la|le|bin|al|el|y|zu)$/u.test(part),
  );
  if (parts.length > 2 && !capitalised) return 'none';
  if (folds.some((part) => part.length > 1 && words.includes(part))) return 'same';
  const initials = folds.join('');
  const first = [...words.slice(0, 2)].map((word) => word[0] ?? '');
  if (
    initials.length >= 2 &&
    initials.length <= 3 &&
    parts.length <= 3 &&
    first.length === 2 &&
    first.every((letter) => initials.includes(letter))
  )
    return 'same';
  const short = folds.some(
    (part) =>
      part.length > 2 &&
      words.some((word) => word.startsWith(part.slice(0, 3)) || (part.length > 4 && word.includes(part))),
  );
  if (short && parts.length <= 3) return 'same';
  return capitalised && bare.length > 1 && parts.length <= 4 ? 'other' : 'none';
}

/** The sender's name where the last line only ends with it: `… by Monday. Thanks! --Sally`. */
export function trailingName(line: string, words: readonly string[]): string | null {
  const name = /[-–—.,;:!?)]\s{0,4}[-–—]{0,2}\s{0,4}(\p{L}{1,20}(?:\s\p{L}{1,20})?)[\s.!]{0,4}$/u.exec(
    line.slice(-80),
  )?.[1];
  return name !== undefined && nameFit(name, words) === 'same' ? name : null;
}

/** A name without the extension behind it: `Patti x39106`. */
export function withoutExtension(text: string): string {
  return text.replace(/\s(?:x|ext\.?|#)?[-\d\s().]{4,20}$/i, '');
}
