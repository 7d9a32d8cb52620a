import type { InterpretedMail } from '../../shared/capture/interpreted-reading.ts';
import type { SeenPerson } from '../../shared/capture/seen.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { comparePersonNames } from '../../shared/identity/compare-person-names.ts';
import { normaliseEmail } from '../../shared/identity/email-address.ts';
import { namesAgree, personNameFrom } from '../../shared/identity/person-name.ts';
import { isMailbox, type Placed, placeAddress } from './place-address.ts';

export type MailRole = 'from' | 'to' | 'cc';

/** Somebody on the other side of a mail, each address once, with the most telling of their roles. */
export type Participant = {
  email: string;
  /** The registrable domain of a business address; null at a freemail provider. */
  domain: string | null;
  role: MailRole;
  seen: SeenPerson;
};

/** A mail after the first rungs of the ladder. `held`: nothing of it is recorded or shown. */
export type ReadMail =
  | { kind: 'held'; why: 'never' | 'bulk' | 'internal' }
  | { kind: 'unreadable' }
  | {
      kind: 'contact';
      direction: 'in' | 'out';
      /** The rep in front wrote it, and no colleague. */
      byRep: boolean;
      /** The rep is in To, and not in Cc or nowhere. */
      toRep: boolean;
      bulkUnknown: boolean;
      others: Participant[];
      ours: { email: string; role: MailRole }[];
    };

/** Sides, roles and names of one mail. Policy first: what may not be recorded is not looked at any further. */
export function readMail(mail: InterpretedMail, policy: Policy, mailbox: string | null): ReadMail {
  if (mail.from === null) return { kind: 'unreadable' };
  const from = placeAddress(mail.from.email, policy, mailbox);
  if (from.kind === 'never') return { kind: 'held', why: 'never' };
  const recipients = [
    ...mail.to.map((box) => ({ box, role: 'to' as const, placed: placeAddress(box.email, policy, mailbox) })),
    ...mail.cc.map((box) => ({ box, role: 'cc' as const, placed: placeAddress(box.email, policy, mailbox) })),
  ];
  // by way of a list, and to one of us by name, or to a list that is ours (sales@ is one in many companies)
  const throughList =
    mail.bulk === 'list' && from.kind !== 'ours' && recipients.some(({ placed }) => placed.kind === 'ours');
  const isBulk = mail.bulk !== null && mail.bulk !== 'unknown' && !throughList;
  if (from.kind === 'robot' || isBulk) return { kind: 'held', why: 'bulk' };
  if (from.kind === 'none') return { kind: 'unreadable' };
  const others = new Map<string, Participant>();
  const ours = new Map<string, MailRole>();
  let held = 0;
  const isNever = (one: string) => placeAddress(one, policy, mailbox).kind === 'never';
  const place = (box: { name: string | null; email: string }, role: MailRole, placed: Placed) => {
    if (placed.kind === 'never') held += 1;
    if (placed.kind === 'ours' && !ours.has(placed.email)) ours.set(placed.email, role);
    if (placed.kind !== 'business' && placed.kind !== 'freemail') return;
    if (others.has(placed.email)) return;
    const { email } = placed;
    const domain = placed.kind === 'business' ? placed.domain : null;
    const seen = role === 'from' ? senderFacts(mail, email, isNever) : headerFacts(box.name, email);
    others.set(email, { email, domain, role, seen });
  };
  place(mail.from, 'from', from);
  for (const { box, role, placed } of recipients) {
    // whoever else is named may be the list itself
    if (!throughList || placed.kind === 'ours') place(box, role, placed);
  }
  if (others.size === 0) return { kind: 'held', why: held > 0 ? 'never' : 'internal' };
  return {
    kind: 'contact',
    direction: from.kind === 'ours' ? 'out' : 'in',
    byRep: from.kind === 'ours' && wroteIt(mail, mailbox),
    toRep: [...ours].some(([email, role]) => role === 'to' && isMailbox(email, mailbox)),
    bulkUnknown: mail.bulk === 'unknown' || throughList,
    others: [...others.values()],
    ours: [...ours].map(([email, role]) => ({ email, role })),
  };
}

function wroteIt(mail: InterpretedMail, mailbox: string | null): boolean {
  return [mail.from, mail.sender].some((box) => box !== null && isMailbox(box.email, mailbox));
}

function headerFacts(displayName: string | null, email: string): SeenPerson {
  const name = personNameFrom(displayName, email);
  return { ...(name === null ? {} : { name }), emails: [email], sure: 1 };
}

/** The sender's header facts, with the signature's where it is proven theirs: by its address, or by a name that agrees. */
function senderFacts(
  mail: InterpretedMail,
  email: string,
  isNever: (address: string) => boolean,
): SeenPerson {
  const header = headerFacts(mail.from?.name ?? null, email);
  const signature = mail.signature;
  if (signature === null || !isSendersOwn(signature, header.name, email)) return header;
  // The page has held it back already, and the page is not to be trusted.
  if (signature.emails?.some(isNever)) return header;
  const name = header.name ?? (signature.name ? personNameFrom(signature.name, email) : null);
  const { phones, title, organisation, urls, address } = signature;
  return {
    ...(name === null ? {} : { name }),
    emails: [email],
    ...(phones === undefined ? {} : { phones }),
    ...(title === undefined ? {} : { title }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(urls === undefined ? {} : { urls }),
    ...(address === undefined ? {} : { address }),
    sure: Math.min(1, Math.max(0, signature.sure)),
  };
}

function isSendersOwn(signature: SeenPerson, headerName: string | undefined, email: string): boolean {
  const emails = signature.emails ?? [];
  if (emails.length > 0) return emails.some((e) => normaliseEmail(e) === email);
  // A block that names nobody and holds nothing of the sender's may be a front desk's.
  if (signature.name === undefined) return signature.sure >= 0.5;
  if (headerName === undefined) return true;
  return namesAgree(signature.name, headerName) || comparePersonNames(signature.name, headerName) >= 0.5;
}
