import type { BulkKind, SeenMailbox } from '../../../shared/capture/seen.ts';
import {
  isAutomaticSubject,
  isRoboticAddress,
  offersUnsubscribing,
} from '../../../shared/policy/bulk-mail.ts';
import { endOfOwnText } from '../signature/own-text.ts';
import { textLines } from '../signature/text-lines.ts';

export type ShownEnvelope = { from: SeenMailbox; subject: string | null; body: Element | null };

/**
 * What can be said of bulk without headers: an address that nobody reads, a subject of automatic answers, or a link to be
 * struck off a list. Links in quoted mail do not count: people answer and forward newsletters. Otherwise `unknown`.
 */
export function bulkOfShown({ from, subject, body }: ShownEnvelope): BulkKind {
  if (isRoboticAddress(from.email)) return 'no-reply';
  if (isAutomaticSubject(subject ?? '')) return 'auto-reply';
  if (body === null) return 'unknown';
  const { lines, links } = textLines(body);
  const end = endOfOwnText(lines);
  const offered = links.some(({ line, href }) => line < end && offersUnsubscribing(href, lines[line] ?? ''));
  return offered ? 'newsletter' : 'unknown';
}
