import type { SeenMail } from '../capture/seen.ts';
import type { Derivation } from './derived-ids.ts';
import { normaliseEmail } from './email-address.ts';

/** Two touches with equal weak keys are one contact if their times differ by no more than this. */
export const weakWindowMs = 2 * 60_000;

const replyPrefix =
  /^\s{0,5}(?:re|aw|fwd?|wg|sv|vs|antw|odp|rif|tr|ynt|res|enc|回复|转发|返信|رد)\s{0,5}(?:\[\d{1,5}\])?\s{0,5}[:：]\s*/iu;

/**
 * The subject as far as webmails agree on it: reply prefixes kept, since a reply is another mail, but folded in case and white
 * space, because webmails trim and fold differently.
 */
export function normaliseSubject(subject: string | null): string {
  return (subject ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The subject without reply prefixes, for telling threads apart. */
export function threadSubject(subject: string | null): string {
  let rest = normaliseSubject(subject);
  for (let i = 0; i < 10 && replyPrefix.test(rest); i += 1) rest = rest.replace(replyPrefix, '');
  return rest;
}

/**
 * The strong key from the Message-ID, and the weak one from sender, subject and To/Cc. Neither contains a uid, a folder, a host
 * or a reader, so that the same mail read in two mailboxes and two webmails agrees. The weak key needs a sender, recipients
 * and a time known to the minute; otherwise it is null.
 */
export async function matchKeys(
  mail: Pick<SeenMail, 'messageId' | 'from' | 'to' | 'cc' | 'subject' | 'date'>,
  derive: Derivation,
): Promise<{ strong: string | null; weak: string | null }> {
  const id = mail.messageId?.trim().replace(/^<|>$/g, '') ?? '';
  const strong = id === '' ? null : await derive.matchKey('message-id', id);
  const from = mail.from === null ? null : normaliseEmail(mail.from.email);
  const recipients = [...new Set([...mail.to, ...mail.cc].map((m) => normaliseEmail(m.email)))].filter(
    (e) => e !== null,
  );
  const timed = mail.date.precision === 'second' || mail.date.precision === 'minute';
  if (from === null || recipients.length === 0 || !timed) return { strong, weak: null };
  const envelope = [from, normaliseSubject(mail.subject), ...recipients.sort()].join('\n');
  return { strong, weak: await derive.matchKey('envelope', envelope) };
}
