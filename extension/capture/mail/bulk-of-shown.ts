import type { BulkKind, SeenMailbox } from '../../../shared/capture/seen.ts';
import type { HeaderVerdict } from '../../../shared/policy/bulk-mail.ts';
import {
  isAutomaticSubject,
  isReceiptSubject,
  signInText,
  type TextSign,
} from '../../../shared/policy/bulk-words.ts';
import { isMailingAddress, isRoboticAddress } from '../../../shared/policy/robotic-address.ts';
import { endOfOwnText } from '../signature/own-text.ts';
import { textLines } from '../signature/text-lines.ts';

export type ShownEnvelope = {
  from: SeenMailbox;
  subject: string | null;
  body: Element | null;
  to?: readonly SeenMailbox[];
};

const kinds = {
  automatic: 'no-reply',
  away: 'auto-reply',
  mass: 'newsletter',
  offered: 'newsletter',
} as const;

/**
 * What can be said of bulk without headers: an address that nobody reads, a subject of automatic answers or of a mailing list,
 * and the words of the text. Quoted mail does not count: people answer and forward newsletters. Otherwise `unknown`.
 */
export function bulkOfShown({ from, subject, body, to = [] }: ShownEnvelope): BulkKind {
  if (isRoboticAddress(from.email)) return 'no-reply';
  if (isAutomaticSubject(subject ?? '') || isReceiptSubject(subject ?? '')) return 'auto-reply';
  const tag = /^(?:\w{1,3}:\s*)?\[([^\][\s]{2,40})\]/.exec(subject ?? '')?.[1]?.toLowerCase();
  if (tag !== undefined && to.some(({ email }) => email.toLowerCase().startsWith(`${tag}@`))) return 'list';
  const sign = ownSign(body);
  if (sign === null) return 'unknown';
  // a tool for sales people puts the same offer under what a person wrote
  const personal = sign === 'offered' && !isMailingAddress(from.email) && !isDesigned(body);
  return personal ? 'unknown' : kinds[sign];
}

/** The headers' verdict, with what the text says where that is still open. */
export function bulkOfMail({ kind, byHand }: HeaderVerdict, body: Element | null): BulkKind {
  if (kind !== null && kind !== 'unknown') return kind;
  const sign = ownSign(body);
  if (sign === null || (sign === 'away' && byHand)) return kind;
  return byHand ? 'unknown' : kinds[sign];
}

/** Headings, which nobody writes into a letter. */
function isDesigned(body: Element | null): boolean {
  return [...(body?.querySelectorAll('h1, h2, center') ?? [])].some(
    (one) => one.closest('blockquote') === null,
  );
}

function ownSign(body: Element | null): TextSign {
  if (body === null) return null;
  const { lines, links } = textLines(body);
  const end = endOfOwnText(lines);
  return signInText({ lines: lines.slice(0, end), links: links.filter(({ line }) => line < end) });
}
