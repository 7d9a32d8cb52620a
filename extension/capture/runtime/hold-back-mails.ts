import type { SeenMail, SeenMailbox } from '../../../shared/capture/seen.ts';
import { findEmails } from '../../../shared/text/contact-facts.ts';
import { type HeldBack, type HoldBack, type Judge, judgeFor, reasonToHide } from './hold-back.ts';

/**
 * Dropped, and only counted: mail that is bulk, mail among our own people, mail from a never-listed sender or with never-listed
 * counterparts alone. Never-listed addresses leave all lists, and a colleague's signature is nobody's contact facts.
 */
export const holdBackMails: HoldBack = (reading, policy, mailbox) => {
  const judge = judgeFor(policy, mailbox);
  const heldBack: HeldBack = { never: 0, bulk: 0, internal: 0 };
  const mails = reading.mails.flatMap((mail) => {
    const reason = reasonToHold(mail, judge);
    if (reason === null) return [withoutNever(mail, judge)];
    heldBack[reason] += 1;
    return [];
  });
  return { reading: { ...reading, mails, people: [], companies: [] }, heldBack };
};

function reasonToHold(mail: SeenMail, judge: Judge): keyof HeldBack | null {
  const senders = [mail.from, mail.sender].flatMap((one) => (one === null ? [] : [judge(one.email)]));
  const verdicts = [...senders, ...[...mail.to, ...mail.cc].map((one) => judge(one.email))];
  if (senders.includes('never')) return 'never';
  if (mail.bulk !== null && mail.bulk !== 'unknown') return 'bulk';
  if (verdicts.includes('other')) return null;
  return verdicts.includes('never') ? 'never' : 'internal';
}

function withoutNever(mail: SeenMail, judge: Judge): SeenMail {
  const keep = (list: readonly SeenMailbox[]) => list.filter((one) => judge(one.email) !== 'never');
  const theirs = mail.from !== null && judge(mail.from.email) === 'other';
  const signed = mail.signature?.lines.flatMap((line) => findEmails(line).map(({ text }) => text));
  const named = reasonToHide(signed, judge);
  return {
    ...mail,
    replyTo: keep(mail.replyTo),
    to: keep(mail.to),
    cc: keep(mail.cc),
    signature: theirs && named !== 'never' ? mail.signature : null,
  };
}
