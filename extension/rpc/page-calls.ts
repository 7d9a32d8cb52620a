import * as v from 'valibot';
import { pageReading } from '../../shared/capture/page-reading.ts';
import { pageSnapshot } from '../../shared/capture/page-snapshot.ts';
import { readerId } from '../../shared/domain/sighting.ts';
import { pagePolicy } from '../../shared/policy/page-policy-schema.ts';
import { noticeSchema } from './notice.ts';

export const visitSchema = v.object({
  reader: v.object({ id: readerId, version: v.number() }),
  origin: v.pipe(v.string(), v.maxLength(300)),
  mailbox: v.nullable(v.pipe(v.string(), v.maxLength(320))),
});
export type Visit = v.InferOutput<typeof visitSchema>;

export const attendanceSchema = v.variant('kind', [
  /** Read, with this policy applied before anything leaves the page's process; of ordinary pages, which are read elsewhere, an empty one. */
  v.object({ kind: v.literal('go'), policy: pagePolicy }),
  /** The person has not said yet whether this mailbox may be read: read nothing; ask again on the next view. */
  v.object({ kind: v.literal('ask') }),
  /** The person said no, or policy does: read nothing. */
  v.object({ kind: v.literal('never') }),
  /** This device belongs to no workspace yet: read nothing. */
  v.object({ kind: v.literal('off') }),
]);
export type Attendance = v.InferOutput<typeof attendanceSchema>;

export const acknowledgementSchema = v.variant('kind', [
  /** The IndexedDB transaction is complete, `durability: 'strict'`. How many mails gave a new touch; suggestions made. */
  v.object({ kind: v.literal('recorded'), touches: v.number(), suggestions: v.number() }),
  /** Understood, and nothing of it is to be recorded (an ordinary page, a mail already recorded, an unhealthy reading). */
  v.object({ kind: v.literal('nothing') }),
  /** Not recorded, nothing lost that was acknowledged before; try again later. */
  v.object({ kind: v.literal('failed'), notice: noticeSchema }),
]);
export type Acknowledgement = v.InferOutput<typeof acknowledgementSchema>;

/** Webmails that may live at any host. Where this one lies, the browser says. */
export const foundWebmailSchema = v.object({ reader: v.picklist(['roundcube', 'sogo']) });
export type FoundWebmail = v.InferOutput<typeof foundWebmailSchema>;

export const handOverSchema = v.variant('kind', [
  /** The script for webmails runs in this tab now, and is what later visits begin with. */
  v.object({ kind: v.literal('handed-over') }),
  /** It changes nothing. */
  v.object({ kind: v.literal('nothing') }),
  /** The background could not: say it again on the next view. */
  v.object({ kind: v.literal('failed') }),
]);
export type HandOver = v.InferOutput<typeof handOverSchema>;

/** Content script → background. The page's process is hostile: every input is validated, and its tab comes from the port. */
export const pageCalls = {
  /** May this page be read, and under which policy? */
  attend: { input: visitSchema, output: attendanceSchema },
  /** What was read of a webmail; answered once it is durable. Repeating it is harmless. */
  capture: { input: pageReading, output: acknowledgementSchema },
  /** An ordinary page as it stands, to be read here; answered as `capture` is. Repeating it is harmless. */
  readPage: { input: pageSnapshot, output: acknowledgementSchema },
  /** This page belongs to a webmail, which has a script of its own. Repeating it is harmless. */
  foundWebmail: { input: foundWebmailSchema, output: handOverSchema },
};
