import { canonicalWord, isBranchWord, numberOf, phrases, weightOfWord } from './company-terms.ts';
import { type LegalForm, legalFormAt, spaceLegalForms } from './legal-forms.ts';
import { isPlaceWord } from './places.ts';
import { type Script, scriptOf, toLatin } from './script/to-latin.ts';

/** One word of an organisation's name. `aside`: it stands in brackets. */
export type CompanyWord = {
  text: string;
  /** As it was written, folded: what runs together in other spellings. */
  raw: string;
  /** 1 for what names it, less for what many are called. */
  weight: number;
  number: boolean;
  place: boolean;
  aside: boolean;
};

/** An organisation's name taken apart for comparison. */
export type CompanyWords = {
  words: readonly CompanyWord[];
  forms: readonly LegalForm[];
  /** The words that are behind a word such as "branch", itself included. */
  branch: readonly string[];
  /** Letters and digits of the words without spaces. */
  joined: string;
  script: Script | null;
  native: string;
};

/** Forms that stand before the name; any other there may be a word of it (SE Asia, AS Roma). */
const leading = new Set(
  'ooo jsc ano tbk llc gup gp uab sia srl kk yk jusik yuhan youxian ltd gufen'.split(' '),
);
const alone = new Set(['ltd', 'srl', 'llc']);

export function companyWords(name: string): CompanyWords {
  const text = spaceLegalForms(name.normalize('NFKC').slice(0, 300));
  const { raw, asides } = rawWords(text);
  const at = raw.findIndex((word, i) => i > 0 && isBranchWord(word));
  const whole = at < 0 ? raw : raw.slice(0, at);
  const { from, to, forms } = withoutForms(whole);
  const named = whole.slice(from, to);
  const words = numbersJoined(named).map((text, i) => wordOf(text, i > 0, asides));
  return {
    words,
    forms,
    branch: at < 0 ? [] : raw.slice(at),
    joined: words
      .filter(({ weight }) => weight > 0.1)
      .map(({ raw }) => raw)
      .join(''),
    script: scriptOf(text),
    native: text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ''),
  };
}

function rawWords(text: string): { raw: string[]; asides: ReadonlySet<string> } {
  let latin = toLatin(text.replace(/(\p{Ll})(\p{Lu}{2,4})$/u, '$1 $2'))
    .replace(/[&+]/g, ' and ')
    .replace(/(\p{L})['’`ʼ´](?=\p{L})/gu, '$1')
    .replace(
      /(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu,
      (found) => `${found.replace(/[.\s]/g, '')} `,
    )
    .replace(/(?<=[\p{L}\p{N}])\.(?=\s|$|,|\))/gu, ' ');
  latin = latin.replace(/(?<![\p{L}\p{N}])(\p{L})\s?\/\s?(\p{L})(?![\p{L}\p{N}])/gu, '$1$2');
  for (const [phrase, by] of phrases) latin = latin.replace(phrase, by);
  const asides = new Set(
    [...latin.matchAll(/\(([^()]{1,80})\)/g)].flatMap((found) => split(found[1] ?? '').map(canonicalWord)),
  );
  return { raw: split(latin), asides };
}

function split(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** Legal forms come off both ends as long as something is left. */
function withoutForms(raw: readonly string[]): { from: number; to: number; forms: LegalForm[] } {
  const forms: LegalForm[] = [];
  let [from, to] = [0, raw.length];
  for (let again = true; again; ) {
    again = false;
    for (let at = Math.max(from + 1, to - 6); at < to && !again; at += 1) {
      const found = legalFormAt(raw.slice(0, to), at);
      if (found === null || at + found.words !== to || found.form.kind === 'loose') continue;
      forms.push(found.form);
      to = at;
      again = true;
    }
  }
  const first = legalFormAt(raw.slice(0, to), from);
  if (first !== null && first.words < to - from && isLeading(first)) {
    forms.push(first.form);
    from += first.words;
  }
  return { from, to, forms };
}

function isLeading({ form, words }: { form: LegalForm; words: number }): boolean {
  if (words > 2) return true;
  return leading.has(form.short) && (words === 1 || !alone.has(form.short));
}

/** "forty four" → "44" */
function numbersJoined(raw: readonly string[]): string[] {
  const out: string[] = [];
  let open = false;
  for (const word of raw) {
    const value = numberOf(word, false);
    const last = out.at(-1);
    if (open && last !== undefined && value !== null && value > 0 && value < 10) {
      out[out.length - 1] = String(Number(last) + value);
      open = false;
      continue;
    }
    open = value !== null && /ty$/.test(word);
    out.push(open ? String(value) : word);
  }
  return out;
}

function wordOf(raw: string, later: boolean, asides: ReadonlySet<string>): CompanyWord {
  const word = canonicalWord(raw);
  const number = numberOf(word, later);
  const text = number === null ? word : String(number);
  return {
    text,
    raw: number === null ? raw : text,
    weight: number === null ? (word.length === 1 ? 0.5 : weightOfWord(word)) : 1,
    number: number !== null || /^\d|\d$/.test(word),
    place: isPlaceWord(word),
    aside: asides.has(word),
  };
}
