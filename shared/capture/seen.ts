import * as v from 'valibot';
import { timePrecision } from '../domain/touch.ts';
import { bulkSigns } from './bulk-signs.ts';
import { signatureBlock } from './signature-block.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const texts = (most: number, each: number) => v.pipe(v.array(text(each)), v.maxLength(most));

/** A mailbox as a header or a page names it: the address as written, the display name decoded. */
export const seenMailbox = v.object({ name: v.nullable(text(300)), email: text(320) });
export type SeenMailbox = v.InferOutput<typeof seenMailbox>;

/** Contact facts of a signature or of somebody on a page. Absent is absent: no reader guesses to fill a field. */
export const seenPerson = v.object({
  name: v.optional(text(300)),
  emails: v.optional(texts(20, 320)),
  phones: v.optional(texts(20, 60)),
  faxes: v.optional(texts(10, 60)),
  title: v.optional(text(300)),
  organisation: v.optional(text(300)),
  urls: v.optional(texts(20, 1000)),
  address: v.optional(text(500)),
  /** 0…1: how sure the reader is that this is one person and these facts are that person's. */
  sure: v.number(),
});
export type SeenPerson = v.InferOutput<typeof seenPerson>;

/** A firm with branches lists many numbers; more than this one piece of evidence does not hold (domain/sighting.ts). */
export const mostCompanyPhones = 50;

export const seenCompany = v.object({
  name: v.optional(text(300)),
  /** Hosts or mail domains as seen; the background reduces them to registrable domains. */
  domains: v.optional(texts(20, 253)),
  emails: v.optional(texts(20, 320)),
  phones: v.optional(texts(mostCompanyPhones, 60)),
  urls: v.optional(texts(20, 1000)),
  address: v.optional(text(500)),
  sure: v.number(),
});
export type SeenCompany = v.InferOutput<typeof seenCompany>;

/** `null`: the headers were read and nothing speaks of bulk. `unknown`: they could not be read. */
export const bulkKind = v.nullable(
  v.picklist(['newsletter', 'list', 'auto-reply', 'no-reply', 'bounce', 'unknown']),
);
export type BulkKind = v.InferOutput<typeof bulkKind>;

/** One mail on view. Bodies are never part of it: of the text, only the lines of the sender's own signature, and words that tell bulk. */
export const seenMail = v.object({
  /** Without angle brackets. Null: the mail has none, or it could not be read (then `problems` says so). */
  messageId: v.nullable(text(998)),
  /** Message-ids of In-Reply-To and References, newest last. */
  answers: texts(100, 998),
  from: v.nullable(seenMailbox),
  sender: v.nullable(seenMailbox),
  replyTo: v.pipe(v.array(seenMailbox), v.maxLength(20)),
  to: v.pipe(v.array(seenMailbox), v.maxLength(1000)),
  cc: v.pipe(v.array(seenMailbox), v.maxLength(1000)),
  subject: v.nullable(text(1000)),
  /** Milliseconds since the epoch, UTC; with `seen`, the moment of reading. */
  date: v.object({ ms: v.number(), precision: timePrecision }),
  /** In a content script only whether the headers were read; the background judges by `signs`. */
  bulk: bulkKind,
  signs: v.optional(bulkSigns),
  signature: v.nullable(signatureBlock),
});
export type SeenMail = v.InferOutput<typeof seenMail>;
