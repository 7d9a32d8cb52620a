import { filiations, honorifics, particles, suffixes } from './name-words.ts';
import { type Script, scriptOf, toLatin } from './script/to-latin.ts';

/** One word of a name. `weight` 1 for what tells people apart, less for titles, particles and generations. */
export type PersonWord = { text: string; weight: number; filiation: boolean; repeats: boolean };

/** A name taken apart for comparison: words in Latin letters, and the whole without spaces, in Latin and as written. */
export type PersonWords = {
  words: readonly PersonWord[];
  joined: string;
  script: Script | null;
  /** Folded, in its own script. */
  native: string;
};

const lookalikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Takes a name apart. Titles before it and degrees behind it are light, and a surname before a comma moves to the end. */
export function personWords(name: string): PersonWords {
  const text = name.normalize('NFKC').slice(0, 300);
  const latin = toLatin(unswapped(text.replace(/(\p{Ll}{2})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')))
    .replace(
      /(\p{L})[0134578@$!9](?=\p{L})/gu,
      (found) => (found[0] ?? '') + (lookalikes[found[1] ?? ''] ?? ''),
    )
    .replace(/\b[0134578](?=\p{L}{2})/gu, (digit) => lookalikes[digit] ?? digit)
    .replace(/(\p{L})['’`ʼ´](?=\p{L})/gu, '$1')
    .replace(/(?<=\b\p{L})\.(?=\p{L}{2})/gu, ' ');
  const raw = latin
    .replace(/(?<=\p{L}{2})\./gu, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const words = weigh(raw);
  return {
    words,
    joined: words
      .filter(({ weight }) => weight >= 1)
      .map(({ text }) => text)
      .join(''),
    script: scriptOf(text),
    native: text.toLowerCase().replace(/[^\p{L}\p{M}]+/gu, ''),
  };
}

/** "Frost, William W." → "William W. Frost"; "Frost, Jr." stays. */
function unswapped(text: string): string {
  const comma = text.indexOf(',');
  if (comma < 0 || text.indexOf(',', comma + 1) >= 0) return text;
  const behind = text.slice(comma + 1).trim();
  const first = behind.toLowerCase().replace(/\./g, '').split(/\s+/)[0] ?? '';
  return suffixes.has(first) && !/\s/.test(behind) ? text : `${behind} ${text.slice(0, comma)}`;
}

function weigh(raw: readonly string[]): PersonWord[] {
  let begun = false;
  const words = raw.map((text, i): PersonWord => {
    const filiation = filiations.has(text) && i > 0;
    const repeats = raw.indexOf(text) < i;
    if (!begun && honorifics.has(text)) return { text, weight: 0.1, filiation, repeats };
    begun = begun || !particles.has(text);
    if (particles.has(text)) return { text, weight: 0.1, filiation, repeats };
    if (i === raw.length - 1 && i > 1 && suffixes.has(text))
      return { text, weight: 0.15, filiation, repeats };
    return { text, weight: 1, filiation, repeats };
  });
  // A name of nothing but light words ("Prince", "Al Bin Ali") is those words
  if (words.every(({ weight }) => weight < 1)) return words.map((word) => ({ ...word, weight: 1 }));
  return words;
}
