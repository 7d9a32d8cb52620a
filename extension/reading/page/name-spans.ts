import { honorifics, particles, suffixes } from '../../../shared/identity/name-words.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { isGivenName, strengthOfGivenName } from '../names/is-given-name.ts';
import { isPageWord } from './page-words.ts';

/** A word of a line with its place, and as it is compared. */
export type Word = {
  text: string;
  start: number;
  end: number;
  key: string;
  capital: boolean;
  initial: boolean;
};

/** A run of words of one line that may be somebody's name. */
export type NameSpan = {
  words: Word[];
  start: number;
  end: number;
  text: string;
  honorific: boolean;
  suffix: boolean;
};

const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’´`-]*\.?|\d[\p{L}\d.,]*/gu;
const mostWords = 400;

export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(wordPattern)) {
    if (words.length >= mostWords) break;
    const [text] = match;
    words.push({
      text,
      start: match.index,
      end: match.index + text.length,
      key: folded(text),
      capital: /^\p{Lu}/u.test(text),
      initial: /^\p{Lu}\.?$/u.test(text) || /^(?:\p{Lu}\.){1,3}$/u.test(text),
    });
  }
  return words;
}

/**
 * Runs of two to five words that are shaped like a name: given name, initials, particles, surname. Of a longer run of capitals
 * the parts that begin with a known given name or a form of address. At most one of overlapping runs is meant.
 */
export function nameSpans(line: string, words: readonly Word[]): NameSpan[] {
  const spans: NameSpan[] = [];
  for (const run of capitalRuns(line, words)) {
    let from = 0;
    let honorific = false;
    while (from < run.length && isHonorific(run[from] as Word)) {
      honorific = true;
      from += 1;
    }
    let to = run.length;
    let suffix = false;
    while (to > from && isSuffix(run[to - 1] as Word)) {
      suffix = true;
      to -= 1;
    }
    const body = run.slice(from, to);
    const whole = body.length >= 2 && body.length <= 5;
    if (whole || (honorific && body.length === 1)) spans.push(spanOf(line, body, honorific, suffix));
    for (let at = honorific ? 1 : 0; at < body.length - 1; at += 1) {
      if (!isGivenName((body[at] as Word).key.split(' ')[0] ?? '')) {
        if (isHonorific(body[at] as Word)) spans.push(...tails(line, body.slice(at + 1), true));
        continue;
      }
      if (at > 0 || !whole) spans.push(...tails(line, body.slice(at), false));
      else if (body.length > 2) spans.push(spanOf(line, body.slice(0, 2), honorific, false));
    }
  }
  const closed = spans.filter(({ text }) => text.split('(').length === text.split(')').length);
  return closed.filter(
    ({ words: [first, ...rest] }) =>
      first !== undefined && [first, ...rest].some(({ key }) => key.length > 1),
  );
}

function tails(line: string, words: Word[], honorific: boolean): NameSpan[] {
  const lengths = words[1]?.initial || particles.has(words[1]?.key ?? '') ? [3, 4] : [2, 3];
  return lengths
    .filter((count) => count <= words.length)
    .map((count) => spanOf(line, words.slice(0, count), honorific, false));
}

function spanOf(line: string, words: Word[], honorific: boolean, suffix: boolean): NameSpan {
  const start = words[0]?.start ?? 0;
  const last = words.at(-1);
  const end = last === undefined ? start : last.end - (/[^.]{3}\.$|['’´`]$/.test(last.text) ? 1 : 0);
  return { words, start, end, text: line.slice(start, end), honorific, suffix };
}

/** Words in a row that begin with capitals, with only spaces, a nickname or a particle between them. */
function capitalRuns(line: string, words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    while (run.length > 0 && !(run.at(-1) as Word).capital) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [at, word] of words.entries()) {
    const between = line.slice(words[at - 1]?.end ?? 0, word.start);
    const before = words[at - 1];
    const apart = run.length > 0 && !/^ $|^ ["“'‘(]$|^["”'’)] $/u.test(between);
    const sentence = before !== undefined && /[^.]{3}\.$/.test(before.text) && !isHonorific(before);
    if (apart || sentence) close();
    const joins = run.length > 0 && !word.capital && joinsNames(word) && isNext(words[at + 1]);
    if (word.capital || joins) run.push(word);
    else close();
    if (run.length > 8) close();
  }
  close();
  return runs;
}

function isNext(word: Word | undefined): boolean {
  return word !== undefined && (word.capital || joinsNames(word));
}

/** `and` joins two people, not two parts of a name. */
function joinsNames({ key }: Word): boolean {
  return particles.has(key) && !/^(?:and|und|y|e|i|as|at|an|us|ad|so)$/.test(key);
}

export function isHonorific({ key, text, capital }: Word): boolean {
  return (
    capital &&
    honorifics.has(key) &&
    !/^(?:He|His|Her|Me|Don|Don\.|Bay|Pan|General|Sri|King|Prince|Bishop|Pope|Judge|Justice|Dean|Major|Father|Sister|Brother|Princess|Queen|San|President|Mayor|Governor|Minister|Captain|Commander|Doc)$/.test(
      text,
    )
  );
}

function isSuffix({ key, text }: Word): boolean {
  return (
    suffixes.has(key.replaceAll(' ', '')) &&
    (text === text.toUpperCase() || /^(?:Jr|Sr|Esq|PhD|Ph\.D|Msc|Bsc)\.?$/i.test(text))
  );
}

/** Whether a word speaks against a name: one that pages are made of. */
export function isCommon(word: Word): boolean {
  return isPageWord(word.key) && !particles.has(word.key) && strengthOfGivenName(word.key) < 1;
}
