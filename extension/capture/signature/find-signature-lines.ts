import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { senderWords } from '../../../shared/text/sender-names.ts';
import { isAttachment, isRule, kindOfLine, type LineKind } from './line-kind.ts';
import { endOfOwnText } from './own-text.ts';

const longestText = 200_000;
const mostTailLines = 40;
const mostTrailers = 6;

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
  const ownEnd = endOfOwnText(lines);
  let end = ownEnd;
  const delimiter = lines.findLastIndex((line, i) => i < end && /^--\s?$/.test(line));
  if (delimiter >= 0 && end - delimiter <= 25) return filled(lines, delimiter, end);
  for (let trailers = 0; trailers <= mostTrailers && end > 0; trailers += 1) {
    while (end > 0 && (isBlank(lines[end - 1]) || isAttachment(lines[end - 1] ?? ''))) end -= 1;
    const first = Math.max(0, end - mostTailLines);
    const kinds = lines.slice(first, end).map((line) => kindOfLine(line, words, from));
    const start = tailStart(kinds, trailers === 0);
    // Below other text only what is signed in so many words counts.
    const signed = kinds.slice(start ?? kinds.length);
    const sure =
      trailers === 0 ||
      isTrailer(lines, end, ownEnd) ||
      (/closing|signed/.test(signed[0] ?? '') && /name|signed/.test(signed.join())) ||
      (signed.includes('name') && signed.includes('own'));
    if (start !== null && sure) return filled(lines, first + start, end);
    do end -= 1;
    while (end > 0 && !isBlank(lines[end - 1]) && !isRule(lines[end - 1] ?? ''));
  }
  return [];
}

/**
 * Walks up from the end while lines look like a signature's. It starts with the topmost closing or name that has only such
 * lines below; without one, with a paragraph that holds contact facts, or is short and set off from whole sentences.
 */
function tailStart(kinds: readonly LineKind[], last: boolean): number | null {
  let start: number | null = null;
  let paragraph: number | null = null;
  let contacts = 0;
  let blanks = 0;
  let lines = 0;
  let i = kinds.length - 1;
  for (; i >= 0; i -= 1) {
    const kind = kinds[i] as LineKind;
    if (kind === 'blank') {
      blanks += 1;
      if (lines > 0) paragraph ??= i + 1;
      continue;
    }
    const anchor = kind === 'closing' || kind === 'signed' || kind === 'name';
    const title = kind === 'phrase' && kinds[i - 1] === 'name';
    if (
      kind === 'prose' ||
      (kind === 'phrase' && !title) ||
      lines > 18 ||
      (blanks > 2 && contacts === 0 && !anchor && lines > 0)
    )
      break;
    blanks = 0;
    lines += 1;
    if (kind === 'contact') contacts += 1;
    if (anchor) start = i;
    if (kind === 'signed' || (kind === 'closing' && lines > 1)) break;
  }
  if (start === null && paragraph !== null) {
    const block = kinds.slice(paragraph);
    const named = block[0] === 'named' && block.length <= 6 && i >= 0;
    const headed = last && block.length > 1 && block.length <= 8 && /detail|name|plain/.test(block[0] ?? '');
    const own = block.length > 1 && block.includes('own');
    if (named || (contacts > 0 && (headed || own))) start = paragraph;
  }
  // In East Asia the company stands above the name.
  if (start !== null && kinds[start] === 'name') {
    let top = start;
    while (top > 0 && /detail|named/.test(kinds[top - 1] ?? '')) top -= 1;
    if (kinds[top - 1] === 'rule') start = top;
  }
  if (start !== null && start > 0 && kinds[start - 1] === 'rule') start -= 1;
  return start;
}

const trailer =
  /confidential|privileged|intended (?:only )?(?:for|recipient)|disclaimer|vertraulich|yahoo!|hotmail|msn |unsubscribe|free email|virus|before you print|confidentiel|confidencial|riservat|(?<!\p{L})p\.?\s?s\.?[\s:.]/iu;

/** True where what was cut is a disclaimer, an advertisement or a postscript. */
function isTrailer(lines: readonly string[], from: number, to: number): boolean {
  return trailer.test(lines.slice(from, to).join(' ').slice(0, 4000));
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function filled(lines: readonly string[], start: number, end: number): number[] {
  const numbers: number[] = [];
  for (let i = start; i < end; i += 1)
    if (!isBlank(lines[i]) && !isAttachment(lines[i] ?? '')) numbers.push(i);
  return numbers;
}
