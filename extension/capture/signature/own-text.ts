import { trimMarks } from '../../../shared/text/trim-marks.ts';

/**
 * Where a mail's own text ends: the number of the first line of a quoted or forwarded mail, or the number of lines. Lines
 * behind `>` end it only where nothing of the writer's own follows, since people also answer below a quote.
 */
export function endOfOwnText(lines: readonly string[]): number {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as string;
    if (line.length < 400 && (isSeparator(line) || isAttribution(lines, i) || isHeaderBlock(lines, i)))
      return i;
  }
  let end = lines.length;
  while (end > 0 && /^\s*(?:[>|].*)?$/.test(lines[end - 1] as string)) end -= 1;
  return end;
}

const forwarding =
  /^(?:original m|forwarded|begin forw|ursprüngl|weitergel|message (?:d.orig|orig|transf)|mensa[jg]em? (?:orig|reenv|encam)|messaggio (?:orig|inolt))/iu;

/** `-----Original Message-----` in any language: a line of few words between dashes on both sides, or after some. */
function isSeparator(line: string): boolean {
  const text = trimMarks(line, '>', '');
  const inner = trimMarks(text, '-_', '-');
  if (/^begin forwarded message:/i.test(text)) return true;
  if (text.startsWith('--') || text.startsWith('____')) {
    const framed = text.startsWith('---') && text.endsWith('---') && /^\p{L}[^-]{4,50}$/u.test(inner);
    return framed || forwarding.test(inner);
  }
  return false;
}

const wrote =
  /(?:wrote|writes|schrieb|écrit|escribió|escreveu|ha scritto|schreef|skrev|napsal\p{L}{0,2}|napisał\p{L}{0,2}|írta|a scris|yazdı|пишет|написал\p{L}{0,2}|書きました|写道|كتب)(?!\p{L}).{0,120}[:：]\s*$/iu;
const dated = /\d{4}|\d{1,2}[:.]\d{2}|@/;
const firstWord = /^[\s>]*(?:on|am|le|el|em|il|op|den|dne|w dniu)\s/i;

/** `On Monday, 3 May, Ann <ann@x.example> wrote:`, on up to three lines, with a date, a time or an address in it. */
function isAttribution(lines: readonly string[], i: number): boolean {
  let text = '';
  for (let count = 0; count < 3; count += 1) {
    const line = lines[i + count] ?? '';
    if (line.trim() === '' || (count === 1 && !firstWord.test(text))) return false;
    text += `${line.slice(0, 300)} `;
    if (/[:：]\s*$/.test(line.slice(-10))) return dated.test(text) && wrote.test(text);
  }
  return false;
}

const fromOrTo =
  /^[\s>*]*(?:from|to|sent|von|an|gesendet|de|à|da|a|para|van|aan|od|komu|fra|från|til|till|feladó|címzett|kimden|от|от кого|кому|差出人|宛先|发件人|收件人|من|إلى)\s?\*?\s?[:：]/iu;
const anyLabel = /^[\s>*]*\p{L}[\p{L}\s-]{0,18}\*?\s?[:：]/u;
const contactLabel =
  /^[\s>*]*(?:t|m|f|p|e|w|tel\p{L}*|phone|fax|mob\p{L}*|cell|e-?mail|web|www|https?)\s?\.?[:：]/iu;

/** A forwarded mail's head: a line for its sender or recipient and at least two more labels, with an address or a time of day. */
function isHeaderBlock(lines: readonly string[], i: number): boolean {
  if (!fromOrTo.test(lines[i] as string)) return false;
  const head = lines.slice(i, i + 7).filter((line) => anyLabel.test(line) && !contactLabel.test(line));
  return head.length >= 3 && head.some((line) => /@|\d{1,2}[:.]\d{2}|\d{4}/.test(line));
}
