import type { Company, ModelRecord } from './company.ts';

/** The design's table of who sees what. Everything is open to every active member, unless a rule below says otherwise. */
export function maySee(company: Company, member: string, _record: ModelRecord): boolean {
  return company.members.get(member)?.status === 'active';
}
