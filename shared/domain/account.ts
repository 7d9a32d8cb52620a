import * as v from 'valibot';
import { memberReference } from './member-reference.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** Registers of an account: each is last-writer-wins with a rank (see sync/register.ts). */
export const accountFields = {
  name: text(200),
  website: text(500),
  address: text(500),
  note: text(4000),
};

/** Observed-remove sets of an account. `domains` are registrable domains in lower-case ASCII. */
export const accountSets = { domains: text(253), phones: text(40) };

/** What only the server decides about an account. `steward` null: the account is in the unassigned queue. */
export const accountDecided = v.object({
  steward: v.nullable(memberReference('moves')),
  stewardSince: v.number(),
  stewardWhy: v.picklist(['first-capture', 'taken', 'departure', 'assigned']),
  capturedBy: memberReference('stays'),
  /** Only its steward, its team, their managers and admins may see it. */
  restricted: v.optional(v.boolean()),
  team: v.optional(v.array(memberReference('closes'))),
});
export type AccountDecided = v.InferOutput<typeof accountDecided>;
