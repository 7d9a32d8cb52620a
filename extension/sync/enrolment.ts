import * as v from 'valibot';
import { idSchema } from '../../shared/domain/ids.ts';
import { memberRole } from '../../shared/domain/member.ts';
import { credentialSchema } from '../../shared/protocol/credential.ts';
import { cursorSchema } from '../../shared/protocol/pull.ts';

/**
 * What makes this browser a device of a workspace. It lies in the extension's `storage.local`, apart from the database:
 * clearing site data or eviction takes IndexedDB and leaves it, so that the device can fetch everything again; it is small
 * and read without opening the database; and `storage.local` can be closed to content scripts, which IndexedDB need not be,
 * because they cannot reach it. `epoch` is also in the database: where it is missing there, the database was cleared.
 */
export const enrolmentSchema = v.object({
  server: v.pipe(v.string(), v.url()),
  token: credentialSchema,
  device: idSchema,
  member: idSchema,
  role: memberRole,
  workspace: v.object({ id: idSchema, name: v.string(), slug: v.string() }),
  key: v.string(),
  cursor: cursorSchema,
  epoch: v.string(),
});
export type Enrolment = v.InferOutput<typeof enrolmentSchema>;

/** Whose device this browser was until it was wiped, and why it is none any more. */
export const leftSchema = v.object({
  workspace: idSchema,
  member: idSchema,
  reason: v.nullable(v.picklist(['suspended', 'departed', 'revoked'])),
});
export type Left = v.InferOutput<typeof leftSchema>;

export type EnrolmentStore = {
  /** Null: this device belongs to no workspace, or what lies there cannot be read. */
  read(): Promise<Enrolment | null>;
  /** From here on it has left nowhere. */
  write(enrolment: Enrolment): Promise<void>;
  /** Forgets the enrolment, and keeps what it was: its database may come back (revoked.ts, `wipeAgain`). */
  leave(left: Left): Promise<void>;
  /** Null where it never left, or what lies there cannot be read. */
  left(): Promise<Left | null>;
};
