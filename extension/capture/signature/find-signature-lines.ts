import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { afterClosing } from './closing-phrases.ts';
import { findEmails, findPhones, findUrls } from './contact-facts.ts';
import { endOfOwnText } from './own-text.ts';
import { nameFit, senderWords } from './sender-names.ts';
import { hasAddressWord, hasOrganisationWord, hasTitleWord } from './signature-words.ts';

const longestText = 200_000;
const mostTailLines = 40;

/** Lines of a mail's text as this reader counts them; texts over 200,000 characters are cut. */
export function splitLines(text: string): string[] {
  return text.slice(0, longestText).split(/\r\n|\n|\r/);
}

/**
 * The 0-based numbers of the lines of the sender's own signature in a mail's plain text, closing phrase included, blank
 * lines not. Empty where none is found. Looks at the last 40 lines above any quoted or forwarded mail. Never throws.
 */
export function findSignatureLines(text: string, from: SeenMailbox | null): number[] {
  return signatureLines(splitLines(text), from);
}

export function signatureLines(lines: readonly string[], from: SeenMailbox | null): number[] {
  const words = senderWords(from);
  let end = endOfOwnText(lines);
  const delimiter = lines.findLastIndex((line, i) => i < end && /^--\s?$/.test(line));
  if (delimiter >= 0 && end - delimiter <= 25) return filled(lines, delimiter, end);
  while (end > 0) {
    const cut = withoutTrailer(lines, end);
    if (cut === end) break;
    end = cut;
  }
  const first = Math.max(0, end - mostTailLines);
  const kinds = lines.slice(first, end).map((line) => lineKind(line, words));
  const start = tailStart(kinds);
  return start === null ? [] : filled(lines, first + start, end);
}

type LineKind = 'blank' | 'closing' | 'signed' | 'name' | 'contact' | 'detail' | 'rule' | 'plain' | 'prose';

function lineKind(line: string, words: readonly string[]): LineKind {
  const text = line.trim();
  if (text === '') return 'blank';
  if (/^[-_=*~#\s–—]{2,}$/.test(text)) return 'rule';
  if (text.length > 140) return 'prose';
  const after = afterClosing(text);
  if (after === '') return 'closing';
  if (after !== null)
    return nameFit(after, words) === 'same'
      ? 'signed'
      : nameFit(after, words) === 'other'
        ? 'closing'
        : 'prose';
  if (
    /^(?:sent from my|sent via|get outlook for|von meinem|envoyé de(?:puis)? mon|enviado desde mi|verzonden vanaf)/iu.test(
      text,
    )
  )
    return 'detail';
  const fit = nameFit(text.replace(/\s+(?:x|ext\.?|#)?[-\d\s().]{4,20}$/i, ''), words);
  if (fit === 'same') return 'name';
  const rest = text.split(/\s+/).length;
  if (
    rest <= 14 &&
    (findEmails(text).length > 0 ||
      findPhones(text).length > 0 ||
      findUrls(text).length > 0 ||
      /^(?:x|ext\.?)?\s?-?\d?-?\d{4,5}$/i.test(text))
  ) {
    return 'contact';
  }
  if (
    text.length <= 80 &&
    rest <= 10 &&
    !/[.?!:;,]$/.test(text) &&
    (hasTitleWord(text) || hasOrganisationWord(text) || hasAddressWord(text))
  ) {
    return 'detail';
  }
  if (fit === 'other') return 'plain';
  return text.length <= 60 && rest <= 8 && /^[\p{Lu}\p{Lo}\d"(]/u.test(text) && !/[.?!:;,]$/.test(text)
    ? 'plain'
    : 'prose';
}

/** Walks up from the end while lines look like a signature's; the topmost closing or name with only such lines below starts it. */
function tailStart(kinds: readonly LineKind[]): number | null {
  let start: number | null = null;
  let contacts = 0;
  let blanks = 0;
  let dense: number | null = null;
  let lines = 0;
  for (let i = kinds.length - 1; i >= 0; i -= 1) {
    const kind = kinds[i] as LineKind;
    if (kind === 'blank') {
      blanks += 1;
      continue;
    }
    if (kind === 'prose' || (blanks > 4 && start !== null)) break;
    if (
      blanks > 2 &&
      contacts === 0 &&
      kind !== 'closing' &&
      kind !== 'signed' &&
      kind !== 'name' &&
      lines > 0
    )
      break;
    blanks = 0;
    lines += 1;
    if (lines > 18) break;
    if (kind === 'contact') contacts += 1;
    if (kind === 'closing' || kind === 'signed') {
      if (kind === 'signed' || lines > 1) return i;
      start = i;
      continue;
    }
    if (kind === 'name') start = i;
    if (kinds[i] !== 'plain' && kinds[i] !== 'rule' && contacts >= 2) dense = i;
  }
  return start ?? dense;
}

const disclaimer =
  /confidential|privileged|intended (?:only )?(?:for|recipient)|disclaimer|vertraulich|do you yahoo|yahoo!|hotmail|msn |unsubscribe|free email|disclosure|virus|think before you print|attachment|confidentiel|confidencial|riservat|printing this/i;

/** Cuts one trailing paragraph that is a disclaimer, an advertisement, a postscript, or a list of attachments. */
function withoutTrailer(lines: readonly string[], end: number): number {
  let last = end;
  while (last > 0 && (lines[last - 1] as string).trim() === '') last -= 1;
  let start = last;
  while (start > 0 && last - start < 20 && (lines[start - 1] as string).trim() !== '') start -= 1;
  const paragraph = lines.slice(start, last);
  const listed = paragraph.findIndex((line) =>
    /^\s*(?:-\s\S.{0,80}\.[a-z]{3,4}|(?:<<|\(See attached).{1,100}(?:>>|\)))\s*$/i.test(line),
  );
  if (listed >= 0 && paragraph.slice(listed).every((line) => line.length < 120)) return start + listed;
  const text = paragraph.join(' ');
  const facts = findPhones(text.slice(0, 1000)).length + findEmails(text.slice(0, 1000)).length;
  if (/^\s*(?:p\.?\s?s\.?[\s:.]|\(?note:|ps[-–])/i.test(text) && text.length < 600) return start;
  if (disclaimer.test(text) && (facts === 0 || text.length > 300)) return start;
  return last < end && last > 0 ? last : end;
}

function filled(lines: readonly string[], start: number, end: number): number[] {
  const numbers: number[] = [];
  for (let i = start; i < end; i += 1) if ((lines[i] as string).trim() !== '') numbers.push(i);
  return numbers;
}
