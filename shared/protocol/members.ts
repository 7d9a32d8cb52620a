import * as v from 'valibot';
import { idSchema } from '../domain/ids.ts';
import { memberRole, memberStatus } from '../domain/member.ts';
import { memberReference } from '../domain/member-reference.ts';

const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
export const memberEmail = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254));

/** GET /v1/members (admin). */
export const membersResponse = v.object({
  members: v.array(
    v.object({
      id: idSchema,
      name: v.string(),
      email: v.string(),
      role: memberRole,
      status: memberStatus,
      manager: v.nullable(memberReference('moves')),
      department: v.nullable(v.string()),
      accounts: v.number(),
      devices: v.array(
        v.object({
          id: idSchema,
          name: v.string(),
          state: v.picklist(['active', 'revoked', 'wiped']),
          /** Milliseconds since the epoch. */
          joinedAt: v.number(),
          seenAt: v.number(),
        }),
      ),
      invitation: v.nullable(v.object({ id: idSchema, expiresAt: v.number() })),
    }),
  ),
});
export type MembersResponse = v.InferOutput<typeof membersResponse>;

/** POST /v1/invitations (admin): makes the member, or invites one again, also for a second device. */
export const inviteRequest = v.object({
  name: label,
  email: memberEmail,
  role: memberRole,
  manager: v.optional(v.nullable(idSchema)),
});
export type InviteRequest = v.InferOutput<typeof inviteRequest>;
export const inviteResponse = v.object({
  id: idSchema,
  member: idSchema,
  link: v.string(),
  expiresAt: v.number(),
});
export type InviteResponse = v.InferOutput<typeof inviteResponse>;

/** POST /v1/members/:member/status (admin). `departed` refuses every device of the member in the same transaction. */
export const memberStatusRequest = v.object({ status: v.picklist(['active', 'suspended', 'departed']) });
export type MemberStatusRequest = v.InferOutput<typeof memberStatusRequest>;

/** POST /v1/members/:member/role (admin). */
export const memberRoleRequest = v.object({ role: memberRole, manager: v.optional(v.nullable(idSchema)) });
