import type { SeenMailbox } from '../../../shared/capture/seen.ts';
import { afterClosing } from '../../../shared/text/closing-phrases.ts';
import { findEmails, findPhones, findUrls } from '../../../shared/text/contact-facts.ts';
import { hasContactLabel } from '../../../shared/text/contact-labels.ts';
import { nameFit, withoutExtension } from '../../../shared/text/sender-names.ts';
import { hasAddressWord, hasOrganisationWord, hasTitleWord } from '../../../shared/text/signature-words.ts';

/**
 * What a line near a mail's end is. `signed`: a closing and a name on one line. `own`: a contact line with the sender's own
 * address or domain. `named`: shaped like somebody's name. `plain`: like a heading. `prose`: a sentence, or anything that no signature holds.
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
  | 'prose';

const fromPhone =
  /^(?:sent (?:from|via|by)|get outlook for|von meinem|envoyé d|enviado desde|verzonden vanaf|gesendet von)/iu;
const attachment = /^\s*(?:-\s\S.{0,80}\.[a-z]{3,4}|<<.{1,100}>>|\(see attached.{1,100}\))\s*$/i;

/** True for what mail programs leave behind a text: names of attached files. */
export function isAttachment(line: string): boolean {
  return attachment.test(line);
}

export function kindOfLine(line: string, words: readonly string[], from: SeenMailbox | null): LineKind {
  const text = line.trim();
  if (text === '') return 'blank';
  if (/^[-_=*~#\s–—＊＝－\u2500-\u257f]{2,}$/u.test(text)) return 'rule';
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
  const label = /^[\p{L}\s.#-]{2,30}(?=[:：])/u.exec(text)?.[0];
  if (label !== undefined && !hasContactLabel(label)) return 'prose';
  const facts = [...findEmails(text), ...findUrls(text), ...findPhones(text)];
  const besides = facts
    .reduce((rest, fact) => rest.replace(fact.text, ' '), text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  if ((facts.length > 0 && besides.length <= 6) || /^(?:x|ext\.?)?\s?[-–]?\s?\d?-?\d{4,5}$/i.test(text)) {
    const domain = from?.email.split('@')[1]?.toLowerCase() ?? '';
    return domain !== '' && text.toLowerCase().includes(domain) ? 'own' : 'contact';
  }
  const count = text.split(/\s+/).length;
  if (
    text.length <= 80 &&
    count <= 10 &&
    !/[?!:;,]$/.test(text) &&
    (hasTitleWord(text) || hasOrganisationWord(text) || hasAddressWord(text))
  ) {
    return !text.endsWith('.') || count <= 6 ? 'detail' : 'prose';
  }
  if (fit === 'other') return 'named';
  return text.length <= 60 && count <= 8 && /^[\p{Lu}\p{Lo}\d"(]/u.test(text) && !/[.?!:;,]$/.test(text)
    ? 'plain'
    : 'prose';
}
