import type { MemberRole, MemberStatus } from '../../../shared/domain/member.ts';
import type { Database } from '../database.ts';

export type LocalMember = { id: string; name: string; role: MemberRole; status: MemberStatus };

/** Colleagues as far as every member may know them, in order of name. */
export async function listMembersLocal(_db: Database): Promise<LocalMember[]> {
  return [];
}
