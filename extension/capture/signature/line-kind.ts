import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { afterClosing } from '../../../shared/text/closing-phrases.ts';
import { findEmails, findPhones, findUrls } from '../../../shared/text/contact-facts.ts';
import { hasContactLabel } from '../../../shared/text/contact-labels.ts';
import { nameFit, withoutExtension } from '../../../shared/text/sender-names.ts';

/**
 * What a line near a mail's end is. `signed`: a closing and a name on one line. `own`: a contact line with the sender's own
 * address or domain. `named`: shaped like somebody's name. `plain`: one word. `phrase`: a few words that may be a title, below a name. `prose`: a sentence, or anything that no signature holds.
 */
export type LineKind =
  | 'blank'
  | 'closing'
  | 'signed'
  | 'name'
  | 'named'
  | 'contact'
  | 'own'
  | 'detail'
  | 'rule'
  | 'plain'
  | 'phrase'
  | 'prose';

const fromPhone =
  /^(?:sent (?:from|via|by)|get outlook for|von meinem|envoyé d|enviado desde|verzonden vanaf|gesendet von)/iu;
/** An extension, or a number within the house: `x39106`, `Reach me at 5-7735`. */
const shortNumber = /^(?:.{0,30}\s)?(?:x|ext\.?)?\s?[-–]?\s?(?:\d-)?\d{4,5}$/i;
const attachment = /^\s*(?:-\s\S.{0,80}\.[a-z]{3,4}|<<.{1,100}>>|\(see attached.{1,100}\))\s*$/i;

/** True for what mail programs leave behind a text: names of attached files. */
export function isAttachment(line: string): boolean {
  return attachment.test(line);
}

/** True for a line drawn with characters. */
export function isRule(line: string): boolean {
  return /^\s*[-_=*~#–—＊＝－\u2500-\u257f][-_=*~#\s–—＊＝－\u2500-\u257f]+$/u.test(line);
}

export function kindOfLine(line: string, words: readonly string[], from: SeenMailbox | null): LineKind {
  const text = line.trim();
  if (text === '' || isAttachment(text)) return 'blank';
  if (isRule(text)) return 'rule';
  if (text.length > 140) return 'prose';
  const after = afterClosing(text);
  if (after === '') return 'closing';
  if (after !== null) {
    const fit = nameFit(withoutExtension(after), words);
    return fit === 'same' ? 'signed' : fit === 'other' ? 'closing' : 'prose';
  }
  if (fromPhone.test(text)) return 'detail';
  const fit = nameFit(withoutExtension(text), words);
  if (fit === 'same') return 'name';
  const facts = [...findEmails(text), ...findUrls(text), ...findPhones(text)];
  const besides = facts
    .reduce((rest, fact) => rest.replace(fact.text, ' '), text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  if ((facts.length > 0 && besides.length <= 6) || shortNumber.test(text)) {
    const domain = from?.email.split('@')[1]?.toLowerCase() ?? '';
    return domain !== '' && text.toLowerCase().includes(domain) ? 'own' : 'contact';
  }
  const label = /^[\p{L}\s.#-]{2,30}(?=[:：])/u.exec(text)?.[0];
  if (label !== undefined && !hasContactLabel(label)) return 'prose';
  if (isDetail(text)) return fit === 'other' ? 'named' : 'detail';
  if (/^\p{L}{3,12}$/u.test(text)) return 'plain';
  return text.length <= 60 && text.split(/\s+/).length <= 6 && !/[.?!:;,]$/.test(text) ? 'phrase' : 'prose';
}

/** A title, a company or a place, by its shape alone: short, no sentence, and its words begin with capitals or digits. */
function isDetail(text: string): boolean {
  const words = text.split(/[\s/|,]+|(?<=\p{L})['’]/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (text.length > 80 || words.length > 10 || /[?!:;,]$/.test(text)) return false;
  if (text.endsWith('.') && words.length > 6) return false;
  const long = words.filter((word) => word.length > 3);
  const small = long.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length <= 3 || small * (/\d/.test(text) ? 2 : 3) <= long.length;
}
