import type { OwnWords } from '../../../shared/capture/bulk-signs.ts';
import { automaticSubject, receiptSubject, receivedSubject } from './subject-phrases.ts';
import * as said from './text-phrases.ts';

const longestSubject = 200;

/** Whether a subject is one that mail programs and ticket systems give to automatic answers. */
export function isAutomaticSubject(subject: string): boolean {
  const start = subject.trim().slice(0, longestSubject);
  return automaticSubject.test(start) || receivedSubject.test(start);
}

/** Whether a subject is that of a receipt for having read a mail. */
export function isReceiptSubject(subject: string): boolean {
  return receiptSubject.test(subject.trim().slice(0, longestSubject));
}

/** Whether a link in a mail strikes the reader off a list, by its address or by the words beside it. */
export function offersUnsubscribing(href: string, beside: string): boolean {
  return (
    /^(?:https?|mailto):/i.test(href) &&
    (said.unsubscribingAddress.test(href) || said.unsubscribingWords.test(beside))
  );
}

/** What somebody sets up once for everybody is short and asks nothing. */
export function isShortNote(lines: readonly string[]): boolean {
  const text = lines.join(' ');
  return lines.length <= 14 && text.length < 900 && !/[?？؟]/.test(text);
}

/**
 * `automatic`: it says that a machine wrote it. `unanswered`: it asks for no answer to it. `away`: a short one that thanks for a
 * mail and is out of the office. `mass`: it speaks to subscribers, or offers to be struck off a list among other links.
 * `offered`: it does, and hardly links besides.
 */
export type TextSign = 'automatic' | 'unanswered' | 'away' | 'mass' | 'offered' | null;

const beyondUnsubscribing = 3;

/**
 * What the words of a mail say of bulk. `reader`: names of the mailbox's person in lower case, by which no automatic answer calls
 * them.
 */
export function signInText(
  { lines, links }: Pick<OwnWords, 'lines' | 'links'>,
  reader: readonly string[] = [],
): TextSign {
  const text = lines.join(' ').toLowerCase().replaceAll('’', "'");
  if (said.byMachine.test(text)) return 'automatic';
  if (said.toSubscribers.test(text)) return 'mass';
  const toReader = reader.some((name) => text.includes(name));
  if (isShortNote(lines) && !toReader && said.away.test(text) && said.thanksForTheMail.test(text))
    return 'away';
  const offered = links.filter(({ href, beside }) => offersUnsubscribing(href, beside));
  if (offered.length === 0) return said.noAnswer.test(text) ? 'unanswered' : null;
  const others = links.filter((link) => /^https?:/i.test(link.href) && !offered.includes(link));
  const choosing = links.some(({ href, beside }) => said.preferences.test(`${href} ${beside}`));
  const many = new Set(others.map(({ href }) => href)).size >= beyondUnsubscribing;
  return many || choosing ? 'mass' : 'offered';
}
