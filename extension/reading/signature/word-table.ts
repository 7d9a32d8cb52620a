import { folded } from '../../../shared/text/folded-text.ts';

/** Scripts that put no spaces between words: what stands in a table is looked for anywhere in the text. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A test for whether a text has a word of a table: entries apart by spaces, `chef` whole, `direct*` as a beginning, `*leiter` as
 * an end, `*leit*` within a word, `board_member` as two words. Case and accents do not count. Linear in the text.
 */
export function wordTable(source: string): (text: string) => boolean {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  const endings: string[] = [];
  const within: string[] = [];
  const phrases: string[] = [];
  for (const entry of source.split(/\s+/).filter(Boolean)) {
    const bare = folded(entry);
    if (unspaced.test(bare) || bare.includes(' ')) phrases.push(unspaced.test(bare) ? bare : ` ${bare} `);
    else if (entry.startsWith('*')) (entry.endsWith('*') ? within : endings).push(bare);
    else if (entry.endsWith('*')) beginnings.push(bare);
    else whole.add(bare);
  }
  return (text) => {
    const line = folded(text.slice(0, 300));
    const padded = ` ${line} `;
    return (
      phrases.some((phrase) => padded.includes(phrase)) ||
      line
        .split(' ')
        .some(
          (word) =>
            whole.has(word) ||
            beginnings.some((part) => word.startsWith(part)) ||
            endings.some((part) => word.length > part.length && word.endsWith(part)) ||
            within.some((part) => word.includes(part)),
        )
    );
  };
}
