import * as v from 'valibot';
import { idSchema } from './ids.ts';
import { memberReference } from './member-reference.ts';

/** How exactly the time is known. `seen`: the page gave none, the time is when the mail was read on screen. */
export const timePrecision = v.picklist(['second', 'minute', 'day', 'seen']);

export const touchRole = v.picklist(['from', 'to', 'cc']);

/** HMAC-SHA-256 under the workspace key, base64url: keys match across devices and say nothing by themselves. */
const matchKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * One contact between our people and theirs, as one member witnessed it. Append-only evidence: two witnesses of the same
 * mail send two touches, and the server links the second to the first (`touchDecided.link`).
 */
export const touchSchema = v.object({
  channel: v.picklist(['email']),
  direction: v.picklist(['in', 'out']),
  /** Milliseconds since the epoch, UTC. */
  at: v.number(),
  precision: timePrecision,
  /** Null where policy does not keep subjects, or the page shows none. */
  subject: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  people: v.pipe(v.array(v.object({ person: idSchema, role: touchRole })), v.maxLength(200)),
  accounts: v.pipe(v.array(idSchema), v.maxLength(200)),
  /** Our side: colleagues' addresses, never contacts. */
  ours: v.pipe(
    v.array(v.object({ email: v.pipe(v.string(), v.maxLength(254)), role: touchRole })),
    v.maxLength(200),
  ),
  /** From the Message-ID. */
  strong: v.nullable(matchKey),
  /** From sender, normalised subject and recipients; the minute is compared by `at`. */
  weak: v.nullable(matchKey),
});
export type Touch = v.InferOutput<typeof touchSchema>;

/** `link`: the touch that this one repeats; null for the first. `witness` withdrew → `withdrawn`. */
export const touchDecided = v.object({
  link: v.nullable(idSchema),
  witness: memberReference('stays'),
  withdrawn: v.boolean(),
});
export type TouchDecided = v.InferOutput<typeof touchDecided>;
