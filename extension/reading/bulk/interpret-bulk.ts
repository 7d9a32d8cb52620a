import type { OwnWords } from '../../../shared/capture/bulk-signs.ts';
import type { BulkKind, SeenMail } from '../../../shared/capture/seen.ts';
import { isMailingAddress, isRoboticAddress } from '../../../shared/policy/robotic-address.ts';
import { judgeHeaders } from './judge-headers.ts';
import { isInTheNameOf, speaksForHouse } from './sender-names.ts';
import { isAutomaticSubject, isReceiptSubject, isShortNote, signInText } from './text-sign.ts';

const kinds = {
  automatic: 'no-reply',
  unanswered: 'no-reply',
  away: 'auto-reply',
  mass: 'newsletter',
  offered: 'newsletter',
} as const;

/**
 * Whether a mail is bulk, by its headers and by its words. `wait`: its headers leave it open, and the frame that shows its text has
 * yet to be read. What the mailbox's own person wrote is never bulk by its words.
 */
export function interpretBulk(mail: SeenMail, mailbox: string | null): BulkKind | 'wait' {
  const { signs, bulk } = mail;
  if (signs === undefined) return bulk;
  const own = mailbox !== null && mail.from?.email.toLowerCase() === mailbox.toLowerCase();
  const words = own && signs.words !== undefined ? null : signs.words;
  const reader = namesOf(mail, mailbox);
  if (signs.headers === null) return own ? 'unknown' : bulkAsShown(mail, words ?? null, reader);
  const { kind, hand, doubtful } = judgeHeaders(signs.headers, mail);
  if (kind !== null && kind !== 'unknown') return kind;
  if (words === undefined) return kind === 'unknown' || doubtful ? 'wait' : kind;
  const sign = words === null ? null : signInText(words, reader);
  if (sign === null) return kind;
  // programs that answer for somebody who is away answer, too
  if (sign === 'away') return hand === 'program' ? kind : 'auto-reply';
  return hand === null ? kinds[sign] : 'unknown';
}

/**
 * Without headers: an address that nobody reads, a subject of automatic answers or of a mailing list, and the words. Quoted mail
 * is no part of them: people answer and forward newsletters. Otherwise `unknown`.
 */
function bulkAsShown(mail: SeenMail, words: OwnWords | null, reader: readonly string[]): BulkKind {
  const { from, replyTo, subject, to, cc } = mail;
  if (from === null) return 'unknown';
  if ([from, ...replyTo].some(({ email }) => isRoboticAddress(email))) return 'no-reply';
  if (isAutomaticSubject(subject ?? '') || isReceiptSubject(subject ?? ''))
    return words === null || isShortNote(words.lines) ? 'auto-reply' : 'unknown';
  const tag = /^(?:\w{1,3}:\s*)?\[([^\][\s]{2,40})\]/.exec(subject ?? '')?.[1]?.toLowerCase();
  if (tag !== undefined && [...to, ...cc].some(({ email }) => email.toLowerCase().startsWith(`${tag}@`)))
    return 'list';
  if (words === null) return 'unknown';
  const name = from.name ?? '';
  const machineLike = isMailingAddress(from.email) || words.designed || speaksForHouse(name, from.email);
  if (words.designed && (isMailingAddress(from.email) || isInTheNameOf(name, from.email)))
    return 'newsletter';
  const sign = signInText(words, reader);
  if (sign === null) return 'unknown';
  // tools for sales people put such an offer under what a person wrote, and people go where they cannot be reached
  const either = sign === 'offered' || sign === 'unanswered';
  return either && !machineLike ? 'unknown' : kinds[sign];
}

/** How the mailbox's person may be called: by the header's name, and by the parts of the address. */
function namesOf({ to, cc }: SeenMail, mailbox: string | null): string[] {
  if (mailbox === null) return [];
  const own = [...to, ...cc].find(({ email }) => email.toLowerCase() === mailbox.toLowerCase())?.name ?? '';
  const local = mailbox.slice(0, mailbox.lastIndexOf('@'));
  return `${own} ${local}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((name) => name.length > 2);
}
