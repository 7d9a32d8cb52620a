import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { memberRole } from '../domain/member.ts';
import { credentialSchema } from './credential.ts';
import { cursorSchema } from './pull.ts';

const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));

/** POST /v1/join, with `Authorization: Invitation workspace.secret`. */
export const joinRequest = v.object({ proto: v.number(), deviceName: label });
export type JoinRequest = v.InferOutput<typeof joinRequest>;

export const joinResponse = v.object({
  /** For `Authorization: Bearer …` from now on; shown once, kept by the server as a hash. */
  token: credentialSchema,
  device: idSchema,
  member: idSchema,
  role: memberRole,
  workspace: v.object({ id: idSchema, name: v.string(), slug: v.string() }),
  /** base64url, 32 bytes: HMAC key of derived ids and match keys. */
  key: v.string(),
  cursor: cursorSchema,
  now: v.number(),
});
export type JoinResponse = v.InferOutput<typeof joinResponse>;

/** GET /v1/me: what this device is, asked at start and after a role change. */
export const meResponse = v.object({
  device: idSchema,
  member: idSchema,
  role: memberRole,
  workspace: v.object({ id: idSchema, name: v.string(), slug: v.string() }),
  email: v.string(),
  now: v.number(),
});
export type MeResponse = v.InferOutput<typeof meResponse>;
