import type { Command, Outcome } from '../../../shared/protocol/operation.ts';
import type { Actor, Company, ModelRecord } from './company-state.ts';
import { seesAccount } from './visibility.ts';

type Restricting = Extract<Command, { name: 'restrict-account' | 'open-account' | 'set-team' }>;

const rejected = (reason: 'no-such-record' | 'not-allowed' | 'bad-value'): Outcome => ({
  kind: 'rejected',
  reason,
});

/** The account, where it is there for this member. */
export function seenAccount(company: Company, member: string, id: string): ModelRecord | null {
  const held = company.records.get(id);
  if (held === undefined || held.gone || held.kind !== 'account') return null;
  return seesAccount(company, member, id) ? held : null;
}

/** By an admin, the steward, or the steward's manager. */
export function restrict(company: Company, { member }: Actor, command: Restricting): Outcome {
  const held = seenAccount(company, member, command.account);
  if (held === null) return rejected('no-such-record');
  const {
    steward,
    restricted = false,
    team = [],
  } = held.decided as {
    steward: string | null;
    restricted?: boolean;
    team?: string[];
  };
  const role = company.members.get(member)?.role;
  const manages = role === 'manager' && steward !== null && company.members.get(steward)?.manager === member;
  if (role !== 'admin' && steward !== member && !manages) return rejected('not-allowed');
  const wanted = command.name === 'open-account' ? undefined : command.team;
  const after = [...new Set(wanted ?? team)];
  const isHere = (id: string) => (company.members.get(id)?.status ?? 'departed') !== 'departed';
  if (wanted !== undefined && !after.every(isHere)) return rejected('bad-value');
  const closed = command.name === 'set-team' ? restricted : command.name === 'restrict-account';
  const sameTeam = after.length === team.length && after.every((one) => team.includes(one));
  if (closed === restricted && sameTeam) return { kind: 'stale' };
  decideRestricted(company, held, closed, after);
  return { kind: 'applied' };
}

/** Who departs is in no team any more. */
export function leaveTeams(company: Company, member: string): void {
  for (const record of company.records.values()) {
    const { restricted, team = [] } = record.decided as { restricted?: boolean; team?: string[] };
    if (record.kind !== 'account' || restricted !== true || !team.includes(member)) continue;
    decideRestricted(
      company,
      record,
      true,
      team.filter((one) => one !== member),
    );
  }
}

function decideRestricted(company: Company, held: ModelRecord, restricted: boolean, team: string[]): void {
  company.records.set(held.id, { ...held, decided: { ...held.decided, restricted, team } });
  if (restricted) company.restricted = true;
}
