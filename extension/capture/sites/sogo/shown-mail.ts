import { isAddressShaped } from '../../../../shared/identity/email-address.ts';
import { first, wholeText } from '../../unclobbered.ts';
import type { Climber } from '../ladder.ts';
import type { Envelope } from './message-json.ts';
import { attachedHeaders, bodyText, type ladders } from './selectors.ts';

export type Find = Climber<keyof typeof ladders>;

/** `from`: an address or, for want of one, a name; empty where the mail has no sender. `cc`: names only. */
export type Shown = { from: string; subject: string; date: string; cc: string[]; body: Element | null };

/** The mail as drawn; null while it is not, or only in part. */
export function shownMail(doc: Document, find: Find): Shown | null {
  const view = find.one('message', doc);
  const [part] = find.all('bodyParts', view);
  if (view === null || part === undefined) return null;
  const text = (fact: Parameters<Find['one']>[0]) => textOf(find.one(fact, view));
  return {
    from: text('senderEmail') || text('senderName'),
    subject: text('subject'),
    date: text('date'),
    cc: find.all('ccChips', view).slice(0, 1000).map(textOf),
    // the first part, unless that is the beginning of an attached mail
    body: first(part, attachedHeaders) === null ? (first(part, bodyText) ?? part) : null,
  };
}

/** Whether the page already shows the mail that the answer is about, and not still the one before. */
export function isSameMail(shown: Shown, { from, subject }: Envelope): boolean {
  const sameSender = isAddressShaped(shown.from)
    ? from?.email === shown.from
    : from === null || shown.from !== '';
  // SOGo's page may show a placeholder where there is no subject
  return sameSender && (subject === '' || squeezed(shown.subject) === squeezed(subject));
}

function textOf(element: Element | null): string {
  return wholeText(element).trim();
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
