import * as v from 'valibot';
import { readerId } from '../domain/sighting.ts';
import { pageText } from './page-text.ts';
import { seenCompany, seenMail, seenPerson } from './seen.ts';

/**
 * `ok`: understood. `partly`: some of it (`problems` says what not). `unknown-page`: nothing here that this reader reads.
 * `unhealthy`: this looks like the reader's site and no longer has the shape it knows, or it threw: nothing is recorded.
 */
export const health = v.picklist(['ok', 'partly', 'unknown-page', 'unhealthy']);
export type Health = v.InferOutput<typeof health>;

/** Stable codes; the interface has a sentence for each. */
export const readingProblem = v.picklist([
  'headers-unreadable',
  'sender-missing',
  'sender-not-an-address',
  'recipients-missing',
  'recipients-hidden',
  'date-missing',
  'subject-missing',
  'thread-mismatch',
  'shape-changed',
  'shape-drifted',
  'too-large',
  'threw',
]);
export type ReadingProblem = v.InferOutput<typeof readingProblem>;

/** What a content script read on one page, after the page's share of the policy. Everything in it is the page's word. */
export const pageReading = v.object({
  reader: v.object({ id: readerId, version: v.number() }),
  page: v.object({
    origin: v.pipe(v.string(), v.maxLength(300)),
    path: v.pipe(v.string(), v.maxLength(2000)),
    title: v.pipe(v.string(), v.maxLength(500)),
  }),
  /** The address of the mailbox in front, for webmails; null where it could not be read, and for ordinary pages. */
  mailbox: v.nullable(v.pipe(v.string(), v.maxLength(320))),
  health,
  problems: v.pipe(v.array(readingProblem), v.maxLength(50)),
  mails: v.pipe(v.array(seenMail), v.maxLength(50)),
  people: v.pipe(v.array(seenPerson), v.maxLength(300)),
  companies: v.pipe(v.array(seenCompany), v.maxLength(100)),
  /** The lines of an ordinary page, for the background to read; absent for webmails, and once they have been read. */
  text: v.optional(pageText),
  /** How many mails the policy held back in the page's process, by reason; nothing else about them leaves it. */
  heldBack: v.object({ never: v.number(), bulk: v.number(), internal: v.number() }),
  /** Which lower rungs of its selector ladders the reader needed, as `fact:rung`. */
  rungs: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(30))),
  /** Read ahead of the frame that shows the mail, by its headers alone: says nothing about whether the page is understood. */
  ahead: v.optional(v.boolean()),
  /** Main-thread milliseconds spent reading, without waiting. */
  ms: v.number(),
});
export type PageReading = v.InferOutput<typeof pageReading>;
