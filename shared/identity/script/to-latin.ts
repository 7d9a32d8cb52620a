import { letters } from './alphabets.ts';
import { readHan } from './han-readings.ts';
import { appendKana, readEthiopic, readHangul } from './syllables.ts';

const virama = '\u094d';
const devanagariConsonant = /[\u0915-\u0939]/;

/**
 * A text in lower-case Latin letters without accents; letters of other scripts as they are commonly written in Latin, signs
 * and digits as they are. Length grows at most fourfold. A word keeps its spaces, and Chinese given names get none.
 */
export function toLatin(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  if (/^[\p{ASCII}]*$/u.test(lower)) return lower;
  let out = '';
  const chars = [...lower.normalize('NFC')];
  for (const [i, char] of chars.entries()) {
    if (char <= '\u007f') {
      out += char;
      continue;
    }
    const withKana = appendKana(out, char);
    out = withKana ?? out + latinOf(char, chars[i + 1]);
  }
  return out.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function latinOf(char: string, next: string | undefined): string {
  const known = letters.get(char);
  if (known !== undefined) return devanagariConsonant.test(char) ? known + inherentVowel(next) : known;
  const syllable = readHangul(char) ?? readEthiopic(char) ?? readHan(char);
  if (syllable !== null) return syllable;
  const bare = char.normalize('NFKD').replace(/\p{M}+/gu, '');
  if (bare === char) return char;
  return [...bare].map((letter) => letters.get(letter) ?? letter).join('');
}

/** A Devanagari consonant sounds with an `a` unless a vowel sign, a virama or the end of the word follows. */
function inherentVowel(next: string | undefined): string {
  if (next === undefined || next === virama || /[\u093e-\u094c]/.test(next)) return '';
  return /[\u0900-\u0963]/.test(next) ? 'a' : '';
}

export type Script = 'latin' | 'han' | 'hangul' | 'kana' | 'abjad' | 'cyrillic' | 'other';

/** The script of most letters; null without a letter. */
export function scriptOf(text: string): Script | null {
  const counts = new Map<Script, number>();
  for (const char of text) {
    const script = scriptOfChar(char);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let most: Script | null = null;
  for (const [script, count] of counts)
    if (count > (most === null ? 0 : (counts.get(most) ?? 0))) most = script;
  return most;
}

function scriptOfChar(char: string): Script | null {
  if (!/\p{L}/u.test(char)) return null;
  if (/\p{Script=Latin}/u.test(char)) return 'latin';
  if (/\p{Script=Cyrillic}/u.test(char)) return 'cyrillic';
  if (/\p{Script=Han}/u.test(char)) return 'han';
  if (/\p{Script=Hangul}/u.test(char)) return 'hangul';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)) return 'kana';
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(char)) return 'abjad';
  return 'other';
}
