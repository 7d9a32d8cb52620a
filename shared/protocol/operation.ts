import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { memberReference } from '../domain/member-reference.ts';
import { pairedKind, pairReasons } from '../domain/pair.ts';
import { changeSchema } from '../sync/change.ts';
import { stampSchema } from '../sync/stamp.ts';

/** Changes that are admitted together or not at all: one capture is one operation. */
export const writeOperation = v.object({
  type: v.literal('write'),
  id: idSchema,
  stamp: stampSchema,
  changes: v.pipe(v.array(changeSchema), v.minLength(1), v.maxLength(400)),
});

/** What only the company may decide: the server decides it, in order, and says why not. */
export const commandSchema = v.variant('name', [
  /** Become steward of an account that stands in the unassigned queue. */
  v.object({ name: v.literal('take-account'), account: idSchema }),
  /** Only its steward, its team, their managers and admins see the account from now on, and what hangs on it. */
  v.object({
    name: v.literal('restrict-account'),
    account: idSchema,
    team: v.optional(v.pipe(v.array(memberReference('closes')), v.maxLength(100))),
  }),
  /** Takes that back. */
  v.object({ name: v.literal('open-account'), account: idSchema }),
  /** Who sees the account where it is restricted, beside its steward. */
  v.object({
    name: v.literal('set-team'),
    account: idSchema,
    team: v.pipe(v.array(memberReference('closes')), v.maxLength(100)),
  }),
  /** This member no longer witnesses the touch ("this is private"). */
  v.object({ name: v.literal('withdraw-touch'), touch: idSchema }),
  /** The server linked two different contacts: set them apart for good. */
  v.object({ name: v.literal('unlink-touch'), touch: idSchema }),
  /** Two records are one, shown under `keep`; a link that can be undone, neither is rewritten. */
  v.object({
    name: v.literal('merge-records'),
    kind: pairedKind,
    keep: idSchema,
    other: idSchema,
    reasons: pairReasons,
  }),
  /** Undoes the merge of these two. `apart`: they are not the same. `open`: it was a slip, ask again. */
  v.object({
    name: v.literal('unmerge-records'),
    one: idSchema,
    other: idSchema,
    verdict: v.picklist(['apart', 'open']),
  }),
  /** These two are never suggested again, to anybody. */
  v.object({ name: v.literal('not-same'), kind: pairedKind, one: idSchema, other: idSchema }),
  /** Takes a `not-same` back. */
  v.object({ name: v.literal('maybe-same'), one: idSchema, other: idSchema }),
]);
export type Command = v.InferOutput<typeof commandSchema>;

export const commandOperation = v.object({
  type: v.literal('command'),
  id: idSchema,
  stamp: stampSchema,
  command: commandSchema,
});

export const operationSchema = v.variant('type', [writeOperation, commandOperation]);
export type Operation = v.InferOutput<typeof operationSchema>;
export type WriteOperation = v.InferOutput<typeof writeOperation>;
export type CommandOperation = v.InferOutput<typeof commandOperation>;

/** Why the server did not take an operation; shown to the person, who can do something about each. */
export const rejectionReason = v.picklist([
  'not-allowed',
  'unknown-field',
  'bad-value',
  'no-such-record',
  'already-taken',
  'id-in-use',
]);
export type RejectionReason = v.InferOutput<typeof rejectionReason>;

export const outcomeSchema = v.variant('kind', [
  v.object({ kind: v.literal('applied') }),
  /** Understood, and everything in it lost to what the pool already holds. */
  v.object({ kind: v.literal('stale') }),
  v.object({ kind: v.literal('rejected'), reason: rejectionReason }),
]);
export type Outcome = v.InferOutput<typeof outcomeSchema>;
