import * as v from 'valibot';
import { type MemberRole, type MemberStatus, memberSchema } from '../../../shared/domain/member.ts';
import type { Database } from '../database.ts';
import { viewOf } from '../held-state.ts';

export type LocalMember = { id: string; name: string; role: MemberRole; status: MemberStatus };

/** Colleagues as far as every member may know them, in order of name. */
export async function listMembersLocal(db: Database): Promise<LocalMember[]> {
  const members: LocalMember[] = [];
  for (const row of await db.members.toArray()) {
    const parsed = v.safeParse(memberSchema, viewOf(row).fact);
    if (!parsed.success) continue;
    const { name, role, status } = parsed.output;
    members.push({ id: row.id, name, role, status });
  }
  return members.sort((a, b) => a.name.localeCompare(b.name));
}
