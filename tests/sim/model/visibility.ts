import type { Company, ModelRecord } from './company-state.ts';

/**
 * The design's table of who sees what. Everything is open to every active member, but for restricted accounts: those are for
 * admins, their steward, their team, and whoever manages one of these. What hangs on restricted accounts alone follows them. A private
 * note is its member's own, and nobody else's.
 */
export function maySee(company: Company, member: string, record: ModelRecord): boolean {
  if (company.members.get(member)?.status !== 'active') return false;
  if (record.kind === 'note') return record.decided.member === member;
  if (!isAnyRestricted(company)) return true;
  return record.gone || seesRecord(company, member, record);
}

export function isAnyRestricted({ restricted }: Company): boolean {
  return restricted;
}

export function seesAccount(company: Company, member: string, account: string): boolean {
  const decided = company.records.get(account)?.decided ?? {};
  if (decided.restricted !== true) return true;
  const role = company.members.get(member)?.role;
  if (role === 'admin') return true;
  if (role === 'viewer') return false;
  const { steward, team = [] } = decided as { steward: string | null; team?: string[] };
  return [steward, ...team].some(
    (one) =>
      one === member || (one !== null && role === 'manager' && company.members.get(one)?.manager === member),
  );
}

function isRestricted(company: Company, account: string): boolean {
  return company.records.get(account)?.decided.restricted === true;
}

function seesRecord(company: Company, member: string, record: ModelRecord): boolean {
  switch (record.kind) {
    case 'account':
      return seesAccount(company, member, record.id);
    case 'affiliation':
      return seesAccount(company, member, record.fields.account?.value ?? '');
    case 'touch': {
      const { accounts } = record.fact as { accounts: string[] };
      if (accounts.length === 0 || !accounts.every((one) => isRestricted(company, one))) return true;
      return accounts.some((one) => seesAccount(company, member, one));
    }
    case 'sighting': {
      const { subject, touch } = record.fact as {
        subject: { kind: string; id: string };
        touch: string | null;
      };
      if (subject.kind === 'account' && !seesAccount(company, member, subject.id)) return false;
      const of = [subject.kind === 'affiliation' ? subject.id : null, touch];
      return of.every((id) => {
        const held = id === null ? undefined : company.records.get(id);
        return held === undefined || held.gone || seesRecord(company, member, held);
      });
    }
    case 'pair': {
      const { of, keep, other } = record.fact as { of: string; keep: string; other: string };
      return of !== 'account' || (seesAccount(company, member, keep) && seesAccount(company, member, other));
    }
    default:
      return true;
  }
}
