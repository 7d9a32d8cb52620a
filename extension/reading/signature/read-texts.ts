import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { afterClosing } from '../../../shared/text/closing-phrases.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { withoutExtension } from '../../../shared/text/sender-names.ts';
import { hasLegalForm, hasOrganisationWord } from '../../../shared/text/signature-words.ts';
import { isDomainName, isPlural, organisationCue, withoutDepartment } from './organisation-cues.ts';
import { cleanName, fitOfName, isSharedMailbox, looksPersonal } from './own-name.ts';
import { namesDepartment, namesTitle } from './role-words.ts';

export type Texts = {
  name: string | null;
  /** How the name goes with the sender. */
  named: 'same' | 'other' | 'none';
  title: string | null;
  organisation: string | null;
};

type Given = {
  /** Pieces of text in order, without contact facts; an empty one is a gap. */
  texts: readonly string[];
  /** How many of them stand above the address, or 0 where there is none. */
  addressAt: number;
  words: readonly string[];
  labels: readonly string[];
  from: SeenMailbox | null;
};

/** Name, title and organisation among a signature's pieces of text. */
export function readTexts(given: Given): Texts {
  const found: Texts = { name: null, named: 'none', title: null, organisation: null };
  const { plain, belowName, behindTitle } = takeName(found, given);
  takeRoles(found, { plain, belowName }, given);
  // `Senior Counsel, ENA`: where no other line names the organisation, it stands behind the title.
  if (found.organisation === null && heading.test(behindTitle) && !namesDepartment(behindTitle))
    found.organisation = behindTitle;
  // Without any such word it still stands between the title and the address.
  const last = given.texts[given.addressAt - 1] ?? '';
  const between = found.title !== null && given.texts[given.addressAt - 2] === found.title;
  if (found.organisation === null && between && heading.test(last) && plain.includes(last))
    found.organisation = last;
  return found;
}

type Rest = { plain: string[]; belowName: string; behindTitle: string };

/** Finds who signs, and gives what else the pieces say, split where a line says several things. */
function takeName(found: Texts, { texts, words, labels, from }: Given): Rest {
  const rest: Rest = { plain: [], belowName: '', behindTitle: '' };
  let filled = 0;
  let closed = false;
  for (const [i, text] of texts.entries()) {
    const after = afterClosing(text);
    closed ||= after !== null;
    if (after === '' || text === '') continue;
    filled += 1;
    const candidate = after ?? text;
    const [first = '', ...others] = partsOf(candidate);
    const fit = hasLegalForm(candidate) ? 'none' : fitOfParts(first, candidate, words);
    const cue = organisationCue(first, labels);
    const role = namesTitle(first) || namesDepartment(first) || cue !== 'none';
    const personal = looksPersonal(first);
    const isOther =
      fit === 'other' && found.name === null && filled <= 3 && !role && (personal || closed || filled === 1);
    // A first name above the full name gives way to it.
    const better =
      fit === 'same' &&
      !((role && isSharedMailbox(first, from)) || (cue === 'sure' && found.named === 'same')) &&
      (found.named !== 'same' || (isShort(found.name) && !isShort(first)));
    if (better || isOther) {
      const { name, beside } = namesTitle(first) ? ownPart(first, words) : { name: first, beside: [] };
      found.name = cleanName(name);
      found.named = fit === 'same' ? 'same' : 'other';
      rest.plain.push(...beside, ...others);
      rest.belowName = texts[i + 1] ?? '';
    } else if (namesTitle(first) && cue === 'none' && others.length > 0) {
      rest.plain.push(first);
      const behind = others.join(', ');
      if (organisationCue(behind, labels) === 'none') rest.behindTitle = behind;
      else rest.plain.push(behind);
    } else if (fit !== 'same' || role) rest.plain.push(candidate);
  }
  return rest;
}

function takeRoles(
  found: Texts,
  { plain, belowName }: Pick<Rest, 'plain' | 'belowName'>,
  given: Given,
): void {
  let department: string | null = null;
  let likely: string | null = null;
  for (const text of plain) {
    if (/[.?!]$/.test(text) && !hasLegalForm(text) && text.split(' ').length > 6) continue;
    const cue = organisationCue(text, given.labels);
    if (cue === 'sure') {
      // `Head of Tidewater Sales` names the firm and is a title all the same.
      const titled =
        found.title === null && !hasLegalForm(text) && namesTitle(text) && !hasOrganisationWord(text);
      if (titled) found.title = text;
      else found.organisation ??= withoutDepartment(text);
    } else if (found.title === null && namesTitle(text) && !isPlural(text)) found.title = text;
    else if (cue === 'likely') likely ??= text;
    else if (namesDepartment(text)) department ??= text;
    else if (found.title === null && text === belowName && heading.test(text)) found.title = text;
  }
  found.organisation ??= likely;
  // What somebody's department is called says what they do, where nothing else does.
  if (found.title === null && found.name !== null) found.title = department;
}

/** `田中 健二 (Tanaka Kenji)`: the reading in brackets may be what the sender is called. */
function fitOfParts(first: string, candidate: string, words: readonly string[]): 'same' | 'other' | 'none' {
  const fit = fitOfName(first, words);
  const inside = fit === 'other' ? (/[(（]([^()（）]{2,40})[)）]/.exec(candidate)?.[1] ?? '') : '';
  return fitOfName(inside, words) === 'same' ? 'same' : fit;
}

/** A line's parts: name, degrees and titles behind commas, dashes, `at` or in brackets. */
function partsOf(text: string): string[] {
  return text
    .split(/,\s+|\s[-–—_]\s|\s(?:at|@|bei|chez|presso)\s(?=\p{Lu})|\s?[()（）]/u)
    .map(withoutExtension)
    .filter((part) => part.length > 1);
}

const heading = /^\p{Lu}[\p{L}\s&./-]{1,40}$/u;

function isShort(name: string | null): boolean {
  return name !== null && !name.trim().includes(' ');
}

/** `購買部 部長 高橋 健一`: the sender's own words, and the title before or behind them. */
function ownPart(text: string, words: readonly string[]): { name: string; beside: string[] } {
  const parts = text.split(/\s+/);
  const isOwn = (part: string) => words.includes(folded(part));
  const start = parts.findIndex(isOwn);
  const end = parts.findLastIndex(isOwn) + 1;
  if (end - start < 2 && !/^\p{Lo}{2}/u.test(parts[start] ?? '')) return { name: text, beside: [] };
  const joined = (from: number, to: number) => parts.slice(from, to).join(' ');
  return {
    name: joined(start, end),
    beside: [joined(0, start), joined(end, parts.length)].filter(namesTitle),
  };
}
