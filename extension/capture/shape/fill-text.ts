/** What stands for a letter of each script; lower and upper case where the script has them. */
const scripts: readonly (readonly [RegExp, string, string])[] = [
  [/\p{Script=Cyrillic}/u, 'ж', 'Ж'],
  [/\p{Script=Greek}/u, 'ω', 'Ω'],
  [/\p{Script=Han}/u, '字', '字'],
  [/\p{Script=Hiragana}/u, 'あ', 'あ'],
  [/\p{Script=Katakana}/u, 'ア', 'ア'],
  [/\p{Script=Hangul}/u, '가', '가'],
  [/\p{Script=Arabic}/u, 'س', 'س'],
  [/\p{Script=Hebrew}/u, 'ש', 'ש'],
  [/\p{Script=Devanagari}/u, 'क', 'क'],
  [/\p{Script=Thai}/u, 'ก', 'ก'],
];

/**
 * Text with nothing left of what it says: each letter becomes one and the same letter of its script and case, each digit 0.
 * Punctuation and white space stay, so that an address is still one and a date still has its marks. Symbols become one, since
 * some of them spell words; what cannot be seen goes.
 */
export function fillText(text: string): string {
  let filled = '';
  for (const char of text.normalize('NFC')) filled += fillerOf(char);
  return filled;
}

function fillerOf(char: string): string {
  if (char <= '~') return asciiFiller(char);
  if (/\p{N}/u.test(char)) return '0';
  if (/\p{M}/u.test(char)) return '\u0301';
  if (/[\p{L}\p{Alphabetic}]/u.test(char)) return letterFor(char);
  if (/\p{Z}/u.test(char)) return char === '\u00a0' ? char : ' ';
  if (/\p{P}|\p{Sm}|\p{Sc}/u.test(char)) return char;
  return /\p{S}/u.test(char) ? '☐' : '';
}

function asciiFiller(char: string): string {
  if (char >= 'a' && char <= 'z') return 'x';
  if (char >= 'A' && char <= 'Z') return 'X';
  if (char >= '0' && char <= '9') return '0';
  return char < ' ' && !/[\t\n\r]/.test(char) ? '' : char;
}

function letterFor(char: string): string {
  const upper = /[\p{Lu}\p{Lt}]/u.test(char);
  const found = scripts.find(([script]) => script.test(char));
  if (found !== undefined) return upper ? found[2] : found[1];
  return upper ? 'X' : 'x';
}
