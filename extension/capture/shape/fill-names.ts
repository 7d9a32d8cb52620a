import { fillText } from './fill-text.ts';
import { isPublicWord } from './public-words.ts';

/** Letters of one hump of camelCase, or of a script without case. */
const humps = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|[\p{L}\p{M}]+/gu;
const runs = /[\p{L}\p{M}]+|\p{N}+|[^\u0020-\u007e]/gu;
const mostDigits = 4;

/** Whether a word, in lower case, is (or holds) one that the page says. */
export type IsPersonal = (word: string) => boolean;

/**
 * The words of three letters and more in a text, in lower case. Words of page makers (“Subject”) are left out: a text says
 * them of the page itself.
 */
export function wordsIn(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return words.filter((word) => !isPublicWord(word));
}

/** Words of three letters stand within too many others to be looked for there. */
export function isPersonalBy(words: ReadonlySet<string>): IsPersonal {
  const long = [...words].filter((word) => word.length > 3);
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const personal = words.has(word) || (!isPublicWord(word) && long.some((one) => word.includes(one)));
    known.set(word, personal);
    return personal;
  };
}

/** A class or the like, as page makers write it: stays, but for what the page also says as text, addresses and long numbers. */
export function fillClass(name: string, isPersonal: IsPersonal): string {
  const fills = (word: string) => isPersonal(word.toLowerCase()) || /[^\u0020-\u007e]/.test(word);
  return fillTokens(name, (run) => {
    if (fills(run)) return fillText(run);
    return run.replace(humps, (hump) => (fills(hump) ? fillText(hump) : hump));
  });
}

/** An id or the like, which may be made of anything: only page makers' own words stay. */
export function fillId(name: string): string {
  return fillTokens(name, (run) => {
    const short = (run.match(humps) ?? []).filter((hump) => hump.length < 3).join('');
    if (run.length > 2 && short.length > 2) return fillText(run);
    return run.replace(humps, (hump) => (isPublicWord(hump) ? hump : fillText(hump)));
  });
}

function fillTokens(name: string, fillLetters: (run: string) => string): string {
  return name.replace(/\S+/g, (token) => {
    if (/[@%]/.test(token) || isEncoded(token)) return fillText(token);
    const digits = token.match(/\p{N}/gu)?.length ?? 0;
    return token.replace(runs, (run) => {
      if (/\p{N}/u.test(run)) return digits > mostDigits || !/^[0-9]+$/.test(run) ? fillText(run) : run;
      return fillLetters(run);
    });
  });
}

/** Numbers and letters of both cases in one run: base64 of a folder's name, or some other key. */
function isEncoded(token: string): boolean {
  return (token.match(/[A-Za-z0-9+/=]{8,}/g) ?? []).some(
    (run) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run),
  );
}
