import type { Company, ModelMember } from './company-state.ts';
import { leaveTeams } from './restrict.ts';
import { emptyContent } from './rules.ts';

/** Writes a member down, and the row by which colleagues know of them. */
export function putMember(company: Company, member: ModelMember): void {
  company.members.set(member.id, member);
  const { id, name, role, status, manager, department } = member;
  const fact = { name, role, status, manager, department };
  company.records.set(id, { ...emptyContent(), id, kind: 'member', gone: false, fact });
}

export function setRole(company: Company, id: string, role: ModelMember['role']): void {
  const member = company.members.get(id);
  if (member !== undefined) putMember(company, { ...member, role });
}

/**
 * Suspending changes nothing else. Who departs leaves their accounts and reports to the manager, if that one is active; a viewer
 * answers for no account.
 */
export function setStatus(company: Company, id: string, status: ModelMember['status'], now: number): void {
  const member = company.members.get(id);
  if (member === undefined) return;
  putMember(company, { ...member, status });
  if (status !== 'departed') return;
  const manager = member.manager === null ? undefined : company.members.get(member.manager);
  const heir = manager?.status === 'active' ? manager : null;
  const steward = heir === null || heir.role === 'viewer' ? null : heir.id;
  for (const record of company.records.values()) {
    if (record.kind !== 'account' || record.decided.steward !== id) continue;
    const decided = { ...record.decided, steward, stewardSince: now, stewardWhy: 'departure' };
    company.records.set(record.id, { ...record, decided });
  }
  leaveTeams(company, id);
  for (const report of company.members.values()) {
    if (report.manager === id) putMember(company, { ...report, manager: heir?.id ?? null });
  }
}
