import type { ReadingProblem } from '../../../../shared/capture/page-reading.ts';
import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { bulkOfShown } from '../../mail/bulk-of-shown.ts';
import { readSignature } from '../../signature/read-signature.ts';
import { broken, type ExtractInput, type Extraction, type Page, readMail, waiting } from '../adapter.ts';
import { jsonTextValue } from '../json-text-value.ts';
import { parseShownDate } from '../parse-shown-date.ts';
import { accountInFront, placeOnView } from './detect.ts';
import { type Envelope, envelopeOf } from './message-json.ts';
import * as hooks from './selectors.ts';

export type Shown = { view: Element; from: string; subject: string; date: string; hasCc: boolean };

/** The mail as drawn; null while it is not, or only in part. */
export function shownMail(doc: Document): Shown | null {
  const view = doc.querySelector(hooks.messageView);
  const text = (selector: string) => view?.querySelector(selector)?.textContent?.trim() ?? '';
  const from = text(hooks.senderEmail) || text(hooks.senderName);
  const date = text(hooks.dateText);
  if (view === null || from === '' || date === '' || view.querySelector(hooks.bodyParts) === null)
    return null;
  return {
    view,
    from,
    subject: text(hooks.subjectText),
    date,
    hasCc: view.querySelector(hooks.ccChips) !== null,
  };
}

/** Whether the page already shows the mail that the answer is about, and not still the one before. */
export function isSameMail(shown: Shown, { from, subject }: Envelope): boolean {
  const sameSender = from === null || !isAddressShaped(shown.from) || from.email === shown.from;
  return sameSender && squeezed(shown.subject) === squeezed(subject);
}

export function extractMail(page: Page, { answer, last, now }: ExtractInput): Extraction {
  const { doc } = page;
  const shown = shownMail(doc);
  if (shown === null) return last ? broken('shape-changed') : waiting;
  const place = placeOnView(page);
  if (place === null) return broken('thread-mismatch');
  if (accountInFront(page)?.unsentOrJunk.includes(place.folder)) return readMail(null, []);
  const envelope = answer === null ? null : envelopeOf(answer, place.uid);
  if (envelope !== null && !isSameMail(shown, envelope)) return last ? broken('thread-mismatch') : waiting;
  const problems: ReadingProblem[] = ['headers-unreadable'];
  const from = envelope?.from ?? (isAddressShaped(shown.from) ? { name: null, email: shown.from } : null);
  if (from === null) return readMail(null, [...problems, 'sender-not-an-address']);
  if (envelope === null) problems.push('recipients-missing');
  else if (envelope.cc === null && shown.hasCc) problems.push('recipients-hidden');
  const date = parseShownDate(shown.date, dateStyle(doc));
  if (date === null) problems.push('date-missing');
  const body = bodyText(shown.view);
  // SOGo's page shows a placeholder where there is none
  const subject = (envelope?.subject ?? shown.subject).slice(0, 1000);
  return readMail(
    {
      messageId: null,
      answers: [],
      from,
      sender: null,
      replyTo: envelope?.replyTo ?? [],
      to: envelope?.to ?? [],
      cc: envelope?.cc ?? [],
      subject,
      date: date === null ? { ms: now, precision: 'seen' } : { ms: date, precision: 'minute' },
      bulk: bulkOfShown({ from, subject, body }),
      signature: body === null ? null : readSignature({ text: '', html: body, from }),
    },
    problems,
  );
}

function dateStyle(doc: Document) {
  const settings = doc.querySelector(hooks.settings)?.textContent ?? '';
  return {
    dateFormat: jsonTextValue(settings, 'SOGoLongDateFormat') ?? '',
    timeZone: jsonTextValue(settings, 'SOGoTimeZone') ?? '',
    language: jsonTextValue(settings, 'LocaleCode') ?? '',
  };
}

/** The first part, unless that is the beginning of an attached mail. */
function bodyText(view: Element): Element | null {
  const part = view.querySelector(hooks.bodyParts);
  if (part === null || part.querySelector(hooks.attachedHeaders) !== null) return null;
  return part.querySelector(hooks.bodyText) ?? part;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
