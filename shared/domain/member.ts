import * as v from 'valibot';
import { memberReference } from './member-reference.ts';

export const memberRole = v.picklist(['admin', 'manager', 'rep', 'viewer']);
export type MemberRole = v.InferOutput<typeof memberRole>;

export const memberStatus = v.picklist(['invited', 'active', 'suspended', 'departed']);
export type MemberStatus = v.InferOutput<typeof memberStatus>;

/** What every active member may know of a colleague; addresses of members are for admins (protocol/members.ts). */
export const memberSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  role: memberRole,
  status: memberStatus,
  manager: v.nullable(memberReference('moves')),
  department: v.nullable(v.pipe(v.string(), v.maxLength(100))),
});
export type Member = v.InferOutput<typeof memberSchema>;
