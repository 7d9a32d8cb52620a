import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { afterClosing } from '../../../shared/text/closing-phrases.ts';
import { folded } from '../../../shared/text/folded-text.ts';
import { withoutExtension } from '../../../shared/text/sender-names.ts';
import { hasLegalForm, hasOrganisationWord } from '../../../shared/text/signature-words.ts';
import { isPlural, organisationCue, withoutDepartment } from './organisation-cues.ts';
import { cleanName, fitOfName, isSharedMailbox, looksPersonal } from './own-name.ts';
import { namesDepartment, namesTitle } from './role-words.ts';

/*
 * Context: who signs, with which title, for whom. Three ways were measured on the Enron set of signatures (tests/lab/score), F1 of
 * title and organisation: word tables with the order of the pieces .846 and .872; an averaged perceptron over the same cues with
 * position and neighbours .739 and .805 (five folds, held out); n-grams of job titles and firms on contact pages .625 and .563.
 * Decision: tables and order. Some fifty labelled signatures are too few to learn from, and the tables speak languages that no
 * labelled set has.
 * Consequence: a firm without a trade, a legal form or its domain in its name is found only between title and address. The
 * figures of phone and name end where the set's labels do (see the score).
 */

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
  const { plain, near, behindTitle } = takeName(found, given);
  takeRoles(found, { plain, near }, given);
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

type Rest = {
  plain: string[];
  /** The pieces beside the name and below it, up to a gap. */
  near: readonly string[];
  behindTitle: string;
};

/** Finds who signs, and gives what else the pieces say, split where a line says several things. */
function takeName(found: Texts, { texts, words, labels, from }: Given): Rest {
  const rest: Rest = { plain: [], near: [], behindTitle: '' };
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
    const role = isRole(first) || cue !== 'none';
    const personal = looksPersonal(first);
    const isTeam = (cue !== 'none' && !personal) || (role && isSharedMailbox(first, from));
    const isOther =
      fit === 'other' && found.name === null && filled <= 3 && !role && (personal || closed || filled === 1);
    // A first name above the full name gives way to it.
    const better =
      fit === 'same' &&
      !(isTeam || (cue !== 'none' && found.named === 'same')) &&
      (found.named !== 'same' || (isShort(found.name) && !isShort(first)));
    if (better || isOther) {
      const { name, beside } = first.split(' ').some(isRole)
        ? ownPart(first, words)
        : { name: first, beside: [] };
      found.name = cleanName(name);
      found.named = fit === 'same' ? 'same' : 'other';
      rest.plain.push(
        ...beside,
        ...others.filter((part) => namesTitle(part) || fitOfName(part, words) !== 'same'),
      );
      rest.near = [...paragraphFrom(texts, i + 1), ...beside, ...others];
    } else if (namesTitle(first) && cue === 'none' && others.length > 0) {
      rest.plain.push(first);
      const behind = others.join(', ');
      if (organisationCue(behind, labels) === 'none') rest.behindTitle = behind;
      else rest.plain.push(behind);
    } else if (!isSharedMailbox(first, from) && (fit !== 'same' || role)) rest.plain.push(candidate);
  }
  if (found.name === null) rest.near = paragraphFrom(texts, texts[0] === '' ? 1 : 0);
  return rest;
}

/** Without a name, the whole first paragraph. */
function paragraphFrom(texts: readonly string[], start: number): readonly string[] {
  const end = texts.indexOf('', start);
  return texts.slice(start, end < 0 ? texts.length : end);
}

function takeRoles(found: Texts, { plain, near }: Pick<Rest, 'plain' | 'near'>, given: Given): void {
  let department: string | null = null;
  let likely: string | null = null;
  let sure: string | null = null;
  for (const text of plain) {
    if (/[.?!]$/.test(text) && !hasLegalForm(text) && text.split(' ').length > 6) continue;
    const cue = organisationCue(text, given.labels);
    if (cue === 'both') found.organisation ??= withoutDepartment(text);
    else if (cue === 'sure') {
      // `Head of Tidewater Sales` names the firm and is a title all the same.
      const titled =
        found.title === null && !hasLegalForm(text) && namesTitle(text) && !hasOrganisationWord(text);
      if (titled) found.title = text;
      else sure ??= withoutDepartment(text);
    } else if (found.title === null && namesTitle(text) && !isPlural(text)) found.title = text;
    else if (cue === 'likely') likely ??= text;
    else if (namesDepartment(text)) department ??= near.includes(text) ? text : null;
    else if (found.named === 'same' && text === near[0] && heading.test(text)) found.title ??= text;
  }
  found.organisation ??= sure ?? likely;
  // What somebody's department is called says what they do, where nothing else does.
  if (found.name !== null || found.organisation !== null) found.title ??= department;
}

/** `田中 健二 (Tanaka Kenji)`: the reading in brackets may be what the sender is called. */
function fitOfParts(first: string, candidate: string, words: readonly string[]): 'same' | 'other' | 'none' {
  const fit = fitOfName(first, words);
  const inside = fit === 'other' ? (/[(（]([^()（）]{2,40})[)）]/.exec(candidate)?.[1] ?? '') : '';
  return !namesTitle(inside) && fitOfName(inside, words) === 'same' ? 'same' : fit;
}

/** A line's parts: name, degrees and titles behind commas, dashes, `at` or in brackets. */
function partsOf(text: string): string[] {
  return text
    .split(/,\s+|\s[-–—_]\s|\s(?:at|@|bei|chez|presso)\s(?=\p{Lu})|\s?[()（）]/u)
    .map(withoutExtension)
    .filter((part) => part.length > 1);
}

function isRole(text: string): boolean {
  return namesTitle(text) || namesDepartment(text);
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
    beside: [joined(0, start), joined(end, parts.length)].filter(isRole),
  };
}
