import type { PageText } from '../../../shared/capture/page-text.ts';
import type { SeenCompany } from '../../../shared/capture/seen.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { hasAddressWord, hasLegalForm } from '../../../shared/text/signature-words.ts';
import { trimMarks } from '../../../shared/text/trim-marks.ts';
import { copyrightNames } from './copyright-names.ts';
import { imprintPhrase, isAboutThePage } from './page-phrases.ts';

/** Where on a page a name was found that may be its organisation's. */
export type NameSource =
  | 'described'
  | 'site-name'
  | 'title-only'
  | 'title-first'
  | 'title-last'
  | 'title-inner'
  | 'logo'
  | 'copyright'
  | 'legal'
  | 'imprint'
  | 'above-address'
  | 'author'
  | 'headline'
  | 'host';

/** Spellings of one name on one page. */
export type NameCandidate = {
  /** Folded, without legal form and article. */
  key: string;
  /** As the page writes it, the most telling spelling first. */
  spellings: string[];
  sources: Set<NameSource>;
};

const longestName = 80;
const mostCandidates = 60;

/** What may be the name of the organisation whose page this is, in the order in which it was met. */
export function nameCandidates(
  { lines }: PageText,
  described: readonly SeenCompany[],
  hostLabel: string,
): NameCandidate[] {
  const byKey = new Map<string, NameCandidate>();
  const add = (text: string, source: NameSource) => {
    const name = cleaned(text);
    const key = nameKey(name);
    if (key.length < 2 || name.length > longestName || isAboutThePage(name) || !/\p{L}/u.test(name)) return;
    const known = byKey.get(key);
    if (known !== undefined) {
      known.sources.add(source);
      if (!known.spellings.includes(name) && known.spellings.length < 5) known.spellings.push(name);
    } else if (byKey.size < mostCandidates)
      byKey.set(key, { key, spellings: [name], sources: new Set([source]) });
  };
  for (const { name } of described.slice(0, 5)) if (name !== undefined) add(name, 'described');
  let headlines = 0;
  let afterImprint = 0;
  for (const [at, { kind, text }] of lines.entries()) {
    if (kind === 'site-name') add(text, 'site-name');
    else if (kind === 'title' || kind === 'heading') addTitle(text, add);
    else if (kind === 'author') add(text, 'author');
    else if (kind === 'logo') add(text.replace(/\blogo\b/gi, ' '), 'logo');
    else {
      for (const name of copyrightNames(text)) add(name, 'copyright');
      if (kind === 'h1' && headlines < 3) {
        headlines += 1;
        add(aboutWhom(text), 'headline');
      }
      if (imprintPhrase.test(text)) afterImprint = 5;
      else if (afterImprint > 0) {
        afterImprint -= 1;
        if (text.length <= longestName && !/\d{3}|@|:$/.test(text)) add(withoutLabel(text), 'imprint');
      }
      for (const part of text.length <= 160 ? text.split(/\s[|•·–—]\s|\t|;\s/) : [])
        if (
          part.length <= longestName &&
          hasLegalForm(part) &&
          !/,\s(?:CO|DE|AB|AS|SE|PA|IN)(?:\s|$)/.test(part) &&
          !hasAddressWord(part) &&
          !/[.!?]\s+\p{Lu}.{25}/u.test(part)
        )
          add(withoutLabel(part), 'legal');
      const below = lines[at + 1];
      if (
        text.length <= 60 &&
        below !== undefined &&
        isStreet(below.text) &&
        !isStreet(text) &&
        !/\d{4}|:$/.test(text)
      )
        add(text, 'above-address');
    }
  }
  for (const name of namesLike(hostLabel, lines)) add(name, 'host');
  return [...byKey.values()];
}

/** `Titular: Bluefinch SL`: what stands before the colon says what the name is. */
function withoutLabel(text: string): string {
  return text.replace(/^[^:：]{1,25}[:：]\s{0,3}(?=\S{2})/u, '');
}

/** Folded, without legal forms and article: by it two spellings are one name. */
export function nameKey(name: string): string {
  return folded(name.replace(/[®™©]/g, ' ').replace(/&amp;|&/g, ' and '))
    .replace(/^the /, '')
    .replace(
      / (?:inc|incorporated|llc|l l c|ltd|limited|corp|corporation|plc|gmbh|ag|pty|co|sa|srl|spa|bv|nv|ab|as|sl)(?: (?:ltd|limited|kg|co))?$/,
      '',
    );
}

const greeting =
  /^(?:welcome to|contact(?: us at)?|about|by|from|willkommen bei|bienvenue (?:chez|à)|bienvenidos a|benvenuti (?:in|da)|kontakt zu) (?=\p{Lu}|the )/iu;
const ending = / (?:home ?page|official (?:web)?site|website|web site|home|contact(?: us)?|contact page)$/i;

function cleaned(text: string): string {
  const marks = '-–—*|>«:;,.·•/\\"“”„\'‘’!?)]}';
  const bare = trimMarks(text.replace(/\s+/g, ' '), marks, ',;:|>«–—-');
  return bare.replace(greeting, '').replace(ending, '').trim();
}

function aboutWhom(text: string): string {
  return text.length > longestName ? '' : text;
}

const splitting = / [|–—·•»«:~›>]{1,3} | -{1,3} |[|»«]|:{1,3} | :{2,3} |\t/;

function addTitle(title: string, add: (text: string, source: NameSource) => void): void {
  const all = title
    .replace(/ {2,}/g, ' ')
    .split(splitting)
    .map((part) => part.trim())
    .filter(Boolean);
  const parts = all.filter((part) => !isAboutThePage(part));
  for (const [at, part] of parts.entries()) {
    const source =
      parts.length === 1
        ? 'title-only'
        : at === 0
          ? 'title-first'
          : at === parts.length - 1
            ? 'title-last'
            : 'title-inner';
    add(part, source);
    const by = /\s(?:by|from|at)\s+(\p{Lu}.{2,50})$/u.exec(part)?.[1];
    if (by !== undefined) add(by, source);
    const comma = part.split(/,\s+/);
    if (comma.length > 1 && comma[0] !== undefined && !hasLegalForm(comma[1] ?? ''))
      add(comma[0], 'title-inner');
  }
}

/** A street with a number, a post-office box. */
function isStreet(text: string): boolean {
  return text.length <= 100 && (hasAddressWord(text) || /^p\.?\s?o\.?\s?box\s/i.test(text));
}

/** Words in a row that, pushed together, are the host's own label: `Home Decor Hut` on homedecorhut.example. */
function namesLike(label: string, lines: PageText['lines']): string[] {
  if (label.length < 4) return [];
  const found = new Set<string>();
  for (const { text } of lines.slice(0, 400)) {
    if (found.size > 2) break;
    const words = text.split(/[\s|,:•·–—]+/).slice(0, 40);
    for (let from = 0; from < words.length; from += 1) {
      let squeezed = '';
      for (let to = from; to < Math.min(words.length, from + 7); to += 1) {
        squeezed += folded((words[to] ?? '').replace(/&/g, 'and')).replace(/ /g, '');
        if (!label.startsWith(squeezed) && squeezed !== label) break;
        if (squeezed === label && /\p{Lu}/u.test(words[from] ?? ''))
          found.add(words.slice(from, to + 1).join(' '));
      }
    }
  }
  return [...found];
}
