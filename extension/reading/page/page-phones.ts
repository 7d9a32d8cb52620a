import type { CountryCode } from 'libphonenumber-js';
import parsePhoneNumber from 'libphonenumber-js/min';
import type { PageLine } from '../../../shared/capture/page-text.ts';
import { findPhones } from '../../../shared/text/contact-facts.ts';
import { endsInOtherLabel } from '../../../shared/text/other-numbers.ts';

/** A number on a page: in which line, as written, and whether its label calls it a fax. */
export type PagePhone = { line: number; start: number; text: string; kind: 'voice' | 'fax' };

const fax =
  /(?<!\p{L})(?:(?:tele|e)?fax\p{L}{0,4}|facsim\p{L}*|faks\p{L}{0,3}|fx|f)(?!\p{L})|факс|傳真|传真|ファ[ック]+ス|팩스|فاكس|φαξ|פקס/iu;
const voice =
  /(?<!\p{L})(?:t[eé]l(?!e?fax)\p{L}*|ph(?:one)?s?|fon|mob\p{L}*|m[oó]vil|cell?\p{L}*|handy|call\p{L}*|direct|durchwahl|gsm|voice|hotline|centrali\p{L}+|natel|puh|p|t|m)(?!\p{L})|тел|моб|電話|电话|手机|携帯|전화|هاتف|جوال|τηλ|κιν|טל|נייד/iu;
/** Numbers with letters on the keys, as North America has them: `1-800-FLOWERS`. */
const vanity =
  /(?<![\p{L}\d])(?:1[-. ])?\(?8(?:00|33|44|55|66|77|88)\)?[-. ](?=[\dA-Z-]{0,9}[A-Z]{3})[A-Z\d]{2,8}(?:-[A-Z\d]{2,8}){0,2}(?![\p{L}\d])/gu;
/** Digits without any grouping, which only a label makes a telephone number. */
const plainRun = /(?<![\d+])\d{7,12}(?!\d)/g;
const most = 2000;

/** Telephone numbers of a page in reading order, faxes told apart by their labels. Linear in the text. */
export function pagePhones(lines: readonly PageLine[], country: CountryCode | null): PagePhone[] {
  const found: (PagePhone & { labelled: boolean })[] = [];
  const heads = columnHeads(lines);
  for (const [line, { text, phones = [], cell }] of lines.entries()) {
    if (found.length >= most) break;
    const before = found.length;
    const around = () => labelAbove(lines, line) ?? labelIn(heads.get(columnOf(cell)) ?? '');
    const numbers = numbersIn(text, around);
    let from = 0;
    let last: PagePhone['kind'] | null = null;
    for (const [at, number] of numbers.entries()) {
      const between = text.slice(Math.max(from, number.start - 60), number.start);
      const behind = text.slice(number.end, numbers[at + 1]?.start ?? number.end + 30);
      const own = labelIn(between) ?? labelBehind(behind);
      from = number.end;
      if (own !== null || /\p{L}{3}/u.test(between)) last = own;
      const kind = last ?? around();
      if (endsInOtherLabel(between) || !plausible(number.text, kind !== null, country)) continue;
      found.push({
        line,
        start: number.start,
        text: number.text,
        kind: kind ?? 'voice',
        labelled: kind !== null,
      });
    }
    for (const linked of phones) {
      const digits = lastDigits(linked);
      if (digits.length < 5 || found.slice(before).some(({ text: given }) => lastDigits(given) === digits))
        continue;
      found.push({
        line,
        start: 0,
        text: linked,
        kind: labelIn(text.slice(0, 60)) ?? 'voice',
        labelled: true,
      });
    }
  }
  return agreed(found);
}

/** A number once called a fax is one wherever nothing is said about it. */
function agreed(found: readonly (PagePhone & { labelled: boolean })[]): PagePhone[] {
  const faxes = new Set(found.filter(({ kind }) => kind === 'fax').map(({ text }) => lastDigits(text)));
  return found.map(({ labelled, ...phone }) => ({
    ...phone,
    kind: !labelled && faxes.has(lastDigits(phone.text)) ? 'fax' : phone.kind,
  }));
}

/** Numbers that only a space parts, the second in brackets, get a sign between them that no number has. */
function apart(text: string): string {
  return text.replace(/(?<=\d{4})(?: (?=\(\d{2,4}\))|\.(?= ))/g, '|');
}

type Numbers = { text: string; start: number; end: number }[];

function numbersIn(text: string, around: () => PagePhone['kind'] | null): Numbers {
  const found = [...findPhones(apart(text)), ...matchesOf(vanity, text)].sort((a, b) => a.start - b.start);
  if (found.length > 0) return found;
  const plain = matchesOf(plainRun, text).filter(
    ({ start }) => labelIn(text.slice(Math.max(0, start - 25), start)) !== null,
  );
  if (plain.length > 0) return plain;
  return /^\+?\d[\d\s().-]{5,18}$/.test(text) && around() !== null
    ? [{ text, start: 0, end: text.length }]
    : [];
}

function matchesOf(pattern: RegExp, text: string): Numbers {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function lastDigits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}

/** The label nearest to the end of what stands before a number. */
function labelIn(before: string): PagePhone['kind'] | null {
  for (const piece of before.split(/[\s,;:/|&()[\]•·.-]+/).reverse()) {
    if (fax.test(piece)) return 'fax';
    if (voice.test(piece)) return 'voice';
  }
  return null;
}

/** `(fax)`, `[Main Fax Line]` or a bare `fax` behind a number, with no other number's label before it. */
function labelBehind(behind: string): PagePhone['kind'] | null {
  const inside =
    /^\s{0,3}[([]([^)\]]{1,30})[)\]]/.exec(behind)?.[1] ?? /^\s{1,3}(\p{L}{3,9})\s{0,3}$/u.exec(behind)?.[1];
  return inside === undefined ? null : labelIn(inside);
}

const reach = 6;

/** A label in a line of its own (`Fax:`), above the number and others of its kind. */
function labelAbove(lines: readonly PageLine[], line: number): PagePhone['kind'] | null {
  for (let at = line - 1; at >= 0 && at >= line - reach; at -= 1) {
    const above = lines[at]?.text ?? '';
    if (!/\d{3}/.test(above)) return above.length <= 25 ? labelIn(above) : null;
    if (/\p{L}{4}/u.test(above)) return null;
  }
  return null;
}

function columnOf(cell: PageLine['cell']): string {
  return cell === undefined ? '' : `${cell[0]} ${cell[2]}`;
}

/** The first text of each column of each table, where it stands in the table's first row and is short. */
function columnHeads(lines: readonly PageLine[]): Map<string, string> {
  const heads = new Map<string, string>();
  for (const { cell, text } of lines) {
    if (cell?.[1] === 0 && text.length <= 25 && !/\d/.test(text) && !heads.has(columnOf(cell)))
      heads.set(columnOf(cell), text);
  }
  return heads;
}

/** Without a label or an international prefix, a number must be one of the page's country. */
function plausible(text: string, labelled: boolean, country: CountryCode | null): boolean {
  const digits = text.replace(/\D/g, '');
  if (/123456789|(\d)\1{6}/.test(digits)) return false;
  if (!labelled && /^[\d\s]{1,8}(?:\/\d{1,3})+$/.test(text)) return false;
  if (labelled || /^\(?(?:\+|00)/.test(text) || country === null || /[A-Z]{3}/.test(text)) return true;
  return parsePhoneNumber(text, country)?.isPossible() ?? false;
}
