import { isContactLabel } from './contact-labels.ts';
import { endsInOtherLabel } from './other-numbers.ts';
import { trimMarks } from './trim-marks.ts';

/** A fact found in a line of text, with the place it stands at. */
export interface Found {
  text: string;
  start: number;
  end: number;
}

const url =
  /(?:https?:\/\/|www\.)[^\s<>"'|)\]]{3,300}|(?<![\p{L}\p{N}@._/-])[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d-]{2,62}){0,2}\.(?:com|net|org|info|biz|eu|de|at|ch|fr|nl|be|es|it|pl|cz|uk|io|dev|example|test)(?![\p{L}\p{N}@.-])/giu;
const digits = /\(?\+?\(?\d[\d\s()./\u00a0\u2010-\u2015-]{4,26}\d/g;
const date = /^\(?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/;

const localCharacter = /[\p{L}\p{N}._%+'&/-]/u;
const hostCharacter = /[\p{L}\p{N}.-]/u;

/** Mail addresses: around each `@`, as far as the characters of one go, at most 64 before and 200 behind it. */
export function findEmails(text: string): Found[] {
  const found: Found[] = [];
  const line = text.slice(0, 4000);
  for (let sign = line.indexOf('@'); sign >= 0; sign = line.indexOf('@', sign + 1)) {
    let start = sign;
    while (start > 0 && sign - start < 64 && localCharacter.test(line[start - 1] as string)) start -= 1;
    while (start < sign && !/[\p{L}\p{N}]/u.test(line[start] as string)) start += 1;
    let end = sign + 1;
    while (end < line.length && end - sign < 200 && hostCharacter.test(line[end] as string)) end += 1;
    const host = hostIn(line.slice(sign + 1, end));
    const last = found.at(-1);
    if (start === sign || host === '' || (last !== undefined && last.end > start)) continue;
    end = sign + 1 + host.length;
    found.push({ text: line.slice(start, end), start, end });
  }
  return found;
}

/** The longest beginning that ends in a label of letters alone, as top-level domains are; empty where there is none. */
function hostIn(text: string): string {
  const labels = text.split('.');
  for (let count = labels.length; count > 1; count -= 1) {
    const ending = /^\p{L}{2,24}/u.exec(labels[count - 1] ?? '')?.[0];
    const host = labels.slice(0, count - 1).join('.');
    if (ending !== undefined && /^[\p{L}\p{N}]/u.test(host)) return `${host}.${ending}`;
  }
  return '';
}

/** Web addresses, with or without scheme; a bare host only under an ending that is no word (`tidewater.example`). */
export function findUrls(line: string): Found[] {
  return [...line.matchAll(url)].map((match) => at(match, match[0].replace(/[.,;:!?]{1,9}$/, '')));
}

/**
 * Telephone numbers as written, 7 to 15 digits, with their extension. Dates, register and bank numbers are left out: a
 * number needs a telephone's grouping, a `+`, or a label.
 */
export function findPhones(line: string): Found[] {
  const taken = [...findEmails(line), ...findUrls(line)];
  const found: Found[] = [];
  for (const match of line.slice(0, 1000).matchAll(digits)) {
    for (const piece of splitNumbers(match[0], match.index)) {
      const before = line.slice(Math.max(0, piece.start - 40), piece.start);
      const labelled = isContactLabel(wordAtEnd(before));
      const glued = !labelled && /[\p{L}\d#]$/u.test(before);
      if (glued || endsInOtherLabel(before) || !isPhone(piece.text, labelled)) continue;
      if (!taken.some((other) => piece.start < other.end && other.start < piece.end))
        found.push(withExtension(line, piece));
    }
  }
  return found;
}

function isPhone(text: string, labelled: boolean): boolean {
  const count = text.replace(/\D/g, '').length;
  if (count < 7 || count > 15 || /^0{4}|^\d+\.\d+$/.test(text) || date.test(text)) return false;
  if (/^\(?(?:\+|00)/.test(text)) return true;
  if (count > 12 || labelled) return count <= 12;
  if (/^\(?0/.test(text)) return count >= 8;
  const groups = text.split(/\D+/).filter(Boolean);
  return (
    count >= 9 &&
    groups.length >= (/^\(|^\d{3}\D{1,2}\d{7}$/.test(text) ? 2 : 3) &&
    groups.every((group) => group.length <= 7) &&
    !/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)
  );
}

/** Two numbers that only white space or a slash parts: cut where a new number plainly begins. */
function splitNumbers(text: string, start: number): Found[] {
  const cuts = [...text.matchAll(/\s{3,30}|\s{1,2}\/\s{1,2}|[\s/](?=\(?\+)|\t/g)];
  const pieces: Found[] = [];
  let from = 0;
  for (const cut of [...cuts, null]) {
    const raw = text.slice(from, cut?.index ?? text.length);
    const trimmed = trimMarks(raw, './)-', './()-');
    const piece = trimmed.includes(')') ? trimmed : trimmed.replace(/^\(+/, '');
    const offset = raw.indexOf(piece);
    if (piece !== '')
      pieces.push({ text: piece, start: start + from + offset, end: start + from + offset + piece.length });
    if (cut !== null) from = cut.index + cut[0].length;
  }
  return pieces;
}

function withExtension(line: string, piece: Found): Found {
  const match = /^\)?\s{0,3},?\s{0,2}(?:ext|extension|x|dw|poste|ramal|anexo)\.?\s{0,2}-?\d{1,6}\b/i.exec(
    line.slice(piece.end, piece.end + 30),
  );
  if (match === null) return piece;
  return {
    text: line.slice(piece.start, piece.end + match[0].length),
    start: piece.start,
    end: piece.end + match[0].length,
  };
}

function at(match: RegExpExecArray, text: string): Found {
  return { text, start: match.index, end: match.index + text.length };
}

/** The word that a text ends in, before at most six marks: the label of what follows. */
function wordAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.length - end < 6 && !/[\p{L}\d]/u.test(text[end - 1] as string)) end -= 1;
  let start = end;
  while (start > 0 && /\p{L}/u.test(text[start - 1] as string)) start -= 1;
  return text.slice(start, end);
}
