import { COLLEAGUES, type Mailbox } from '../people.ts';
import {
  type Address,
  type HeaderStyle,
  headerAddress,
  headerAddresses,
  headerDate,
  headerText,
  UTF8,
} from './headers.ts';
import { type Part, writePart } from './mime.ts';

export type MailKind =
  | 'person'
  | 'colleague'
  | 'newsletter'
  | 'no-reply'
  | 'list'
  | 'auto-reply'
  | 'bounce'
  | 'freemail'
  | 'spoof'
  | 'sent';

/** What a reader should find in the sender's own signature, each value as it is written there. */
export type Signature = {
  name: string;
  title: string | null;
  organisation: string | null;
  phones: readonly string[];
  emails: readonly string[];
  urls: readonly string[];
  /** On one line, its parts joined by ', '. */
  address: string | null;
};

/** The signature of somebody who writes little more than their name. */
export const shortSignature = (
  name: string,
  fields: { title?: string; organisation?: string; phones?: readonly string[] } = {},
): Signature => ({
  title: null,
  organisation: null,
  phones: [],
  emails: [],
  urls: [],
  address: null,
  ...fields,
  name,
});

export type Company = { name: string; domain: string };

export type Sender = { name: string; email: string };

export type Placement = { mailbox: Mailbox; folder: string };

export type SampleMail = {
  slug: string;
  /** Where it lies; each copy has the header lines of its own way there. */
  placements: readonly Placement[];
  kind: MailKind;
  sender: Sender;
  company: Company | null;
  language: string;
  /** Without angle brackets. */
  messageId: string | null;
  dateUtc: string;
  /** Of the sender, or null where the mail holds none of theirs (it may hold somebody else's). */
  signature: Signature | null;
  bytesFor(mailbox: Mailbox): Uint8Array;
};

/** What stands above a signature in plain text (RFC 3676, 4.3); spelt out because editors cut the space at its end. */
export const SIGNATURE_MARK = '-- ';

export type MailRecipe = {
  slug: string;
  to: readonly Mailbox[];
  folder?: string;
  kind: MailKind;
  from: Sender;
  company: Company | null;
  language: string;
  /** Local time with its offset, such as 2026-10-05T09:14:22+01:00. */
  date: string;
  /** Instead of the header made from `date`. */
  dateHeader?: string;
  subject: string;
  /** The To header where it is not simply the people in `to`: addresses, or the header as it stands. */
  toHeader?: readonly Address[] | string;
  cc?: readonly Address[] | string;
  /** Undefined makes one; null leaves the header out. */
  messageId?: string | null;
  /** Further header lines, in ASCII. */
  headers?: readonly string[];
  headerStyle?: HeaderStyle;
  signature?: Signature;
  body: Part;
};

/** A mail from its recipe. The same recipe gives the same bytes, always. */
export function sampleMail(recipe: MailRecipe): SampleMail {
  const { slug, to, kind, from, company, language, date, signature = null } = recipe;
  const made = `${slug}.${Date.parse(date) / 1000}@${from.email.split('@')[1]}`;
  const messageId = recipe.messageId === undefined ? made : recipe.messageId;
  const folder = recipe.folder ?? (kind === 'sent' ? 'Sent' : 'INBOX');
  return {
    slug,
    placements: to.map((mailbox) => ({ mailbox, folder })),
    kind,
    sender: from,
    company,
    language,
    messageId,
    dateUtc: new Date(date).toISOString(),
    signature,
    bytesFor: (mailbox) => writeMail(recipe, messageId, mailbox),
  };
}

function writeMail(recipe: MailRecipe, messageId: string | null, mailbox: Mailbox): Uint8Array {
  const { to, kind, from, date, subject, cc, headers = [], headerStyle = UTF8, body } = recipe;
  const toHeader = recipe.toHeader ?? to.map(colleague);
  const written = (value: readonly Address[] | string) =>
    typeof value === 'string' ? value : headerAddresses(value, headerStyle);
  const lines = [
    ...(kind === 'sent' ? [] : received(recipe, mailbox)),
    `From: ${headerAddress(from, headerStyle)}`,
    ...(toHeader.length > 0 ? [`To: ${written(toHeader)}`] : []),
    ...(cc === undefined ? [] : [`Cc: ${written(cc)}`]),
    `Subject: ${headerText(subject, headerStyle)}`,
    `Date: ${recipe.dateHeader ?? headerDate(date)}`,
    ...(messageId === null ? [] : [`Message-ID: <${messageId}>`]),
    ...headers,
    'MIME-Version: 1.0',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n${writePart(body)}`, 'latin1');
}

/** The trace that the last hop leaves: it differs between two recipients of one mail. */
function received({ slug, from, date }: MailRecipe, mailbox: Mailbox): string[] {
  const { email } = colleague(mailbox);
  const domain = from.email.split('@')[1];
  const arrived = headerDate(new Date(Date.parse(date) + 4000).toISOString().replace('.000', ''));
  const queue = Buffer.from(`${mailbox}/${slug}`).toString('hex').slice(-12).toUpperCase();
  return [
    `Return-Path: <${from.email}>`,
    `Delivered-To: ${email}`,
    `Received: from mx1.${domain} (mx1.${domain} [192.0.2.25])\r\n\tby mail.tidewater.test with ESMTPS id ${queue}\r\n\tfor <${email}>; ${arrived}`,
  ];
}

export function colleague(mailbox: Mailbox): Sender {
  const found = COLLEAGUES.find((person) => person.mailbox === mailbox);
  if (found === undefined) throw new RangeError(`nobody has the mailbox ${mailbox}`);
  return { name: found.name, email: found.email };
}
