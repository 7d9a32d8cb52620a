import type { RecordKind } from '../../../../shared/domain/records.ts';
import type { MemberRow } from '../tables/members.ts';

/** The one place that says what a member may see. Today: every row is open to every active member, viewers too. */
export function visible(_row: { kind: RecordKind; id: string }, member: MemberRow): boolean {
  return member.status === 'active';
}
