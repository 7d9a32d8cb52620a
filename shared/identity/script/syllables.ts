/** Syllabaries: Hangul, kana and Ethiopic, whose letters have Latin readings by rule. */

const initials = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const medials = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = '- k k k n n n t l k m p l l p l m p p t t ng t t k t p t'.split(' ');

const kana = `
  あ a い i う u え e お o か ka き ki く ku け ke こ ko が ga ぎ gi ぐ gu げ ge ご go さ sa し shi す su せ se そ so
  ざ za じ ji ず zu ぜ ze ぞ zo た ta ち chi つ tsu て te と to だ da ぢ ji づ zu で de ど do な na に ni ぬ nu ね ne の no
  は ha ひ hi ふ fu へ he ほ ho ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ま ma み mi む mu め me も mo
  や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o ん n ゔ vu`;

const plain = new Map(
  kana
    .trim()
    .split(/\s+/)
    .flatMap((cell, i, all) => (i % 2 === 0 ? [[cell, all[i + 1] ?? ''] as const] : [])),
);
const small = new Map(
  Object.entries({ ゃ: 'a', ゅ: 'u', ょ: 'o', ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' }),
);

const ethiopicConsonants =
  'h l h m s r s sh k k k k b v t ch h h n n - k k k k w - z zh y d d j g g g t ch p ts ts f p'.split(' ');
const ethiopicVowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];

/** Hangul as the Revised Romanization of Korean writes it, without its sound changes. Null for any other character. */
export function readHangul(char: string): string | null {
  const at = (char.codePointAt(0) ?? 0) - 0xac00;
  if (at < 0 || at >= 11_172) return null;
  const parts = [initials[Math.floor(at / 588)], medials[Math.floor((at % 588) / 28)], finals[at % 28]];
  return parts.filter((part) => part !== '-').join('');
}

/** Kana as Hepburn writes it, long vowels short. `written` is what came of the text so far; answers what it then becomes. */
export function appendKana(written: string, char: string): string | null {
  const code = char.codePointAt(0) ?? 0;
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : char;
  if (hiragana === 'ー' || hiragana === 'っ') return written;
  const vowel = small.get(hiragana);
  if (vowel !== undefined) return afterKana(written, vowel);
  const reading = plain.get(hiragana);
  return reading === undefined ? null : written + reading;
}

/** A small kana takes the vowel of the one before: ki + small ya = kya, shi + small ya = sha, fu + small a = fa. */
function afterKana(written: string, vowel: string): string {
  if (/(?:sh|ch|j)i$/.test(written)) return written.slice(0, -1) + vowel;
  if (/[kgnhbpmr]i$/.test(written)) return `${written.slice(0, -1)}y${vowel}`;
  if (/[aiueo]$/.test(written) && /(?:fu|vu|te|de|tsu|u)$/.test(written)) return written.slice(0, -1) + vowel;
  return written + vowel;
}

/** Ethiopic syllables lie in rows of eight, one row a consonant. Null for any other character. */
export function readEthiopic(char: string): string | null {
  const at = (char.codePointAt(0) ?? 0) - 0x1200;
  if (at < 0 || at >= 0x158) return null;
  const consonant = ethiopicConsonants[at >> 3] ?? '';
  const vowel = ethiopicVowels[at & 7] ?? '';
  return consonant === '-' ? (vowel === 'e' ? 'a' : vowel) : consonant + vowel;
}
