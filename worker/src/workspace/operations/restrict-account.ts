// Part of a push's transaction: who may see an account is decided here, in order. Whatever follows the account is numbered anew, so
// that ordinary pulls take it away from those who may no longer see it, and bring it to those who now may.

import type { Outcome } from '../../../../shared/protocol/operation.ts';
import { seerOf, sees } from '../rules/visible.ts';
import { appendAudit } from '../tables/audit.ts';
import type { Held } from '../tables/held.ts';
import { type MemberRow, memberById } from '../tables/members.ts';
import { dependingOn, hiddenBy } from '../tables/restricted.ts';
import type { Transaction } from '../transaction.ts';

const applied: Outcome = { kind: 'applied' };
const stale: Outcome = { kind: 'stale' };
const notAllowed: Outcome = { kind: 'rejected', reason: 'not-allowed' };
const noSuchRecord: Outcome = { kind: 'rejected', reason: 'no-such-record' };
const badValue: Outcome = { kind: 'rejected', reason: 'bad-value' };

type By = { member: MemberRow; device: string };

/** `restricted` and `team` as they are to be; undefined leaves the one or the other as it is. */
export type Restricting = { account: string; restricted?: boolean; team?: readonly string[] | undefined };

/** By an admin, the account's steward, or the steward's manager. */
export function restrictAccount(tx: Transaction, by: By, { account, ...wanted }: Restricting): Outcome {
  const held = visibleAccount(tx, by.member, account);
  if (held === null) return noSuchRecord;
  const { decided = {} } = held.state;
  if (!mayRestrict(tx, by.member, decided.steward)) return notAllowed;
  const team = [...new Set(wanted.team ?? teamOf(held))];
  if (wanted.team !== undefined && !team.every((id) => isHere(tx, id))) return badValue;
  const restricted = wanted.restricted ?? decided.restricted === true;
  const same = restricted === (decided.restricted === true) && sameTeam(team, teamOf(held));
  if (same) return stale;
  decide(tx, account, held, { restricted, team });
  appendAudit(tx, { member: by.member.id, device: by.device }, 'restrict-account', account, {
    before: { restricted: decided.restricted === true, team: teamOf(held) },
    after: { restricted, team },
  });
  return applied;
}

/** The account where this member may see it; what they may not see is not there for them. */
export function visibleAccount(tx: Transaction, member: MemberRow, id: string): Held | null {
  const held = tx.pool.get(id);
  if (held === null || held.gone || held.kind !== 'account') return null;
  const hidden = held.state.decided?.restricted === true ? id : null;
  return sees(seerOf(tx.store, member), hidden) ? held : null;
}

/** Whether all of these are there for this member, as far as that is a question of sight. */
export function seesAll(tx: Transaction, member: MemberRow, ids: readonly string[]): boolean {
  const seer = seerOf(tx.store, member);
  return ids.every((id) => sees(seer, tx.pool.get(id)?.state.decided?.restricted === true ? id : null));
}

/** To be called after a restricted account's steward or team has changed: all that only some may see because of it moves. */
export function moveHidden(tx: Transaction, account: string): void {
  tx.pool.flush();
  touchAll(tx, hiddenBy(tx.store, account));
}

/** Takes a member who leaves out of every team. */
export function leaveTeams(tx: Transaction, member: string, accounts: readonly string[]): void {
  for (const account of accounts) {
    const held = tx.pool.get(account);
    if (held === null || !teamOf(held).includes(member)) continue;
    const team = teamOf(held).filter((one) => one !== member);
    decide(tx, account, held, { restricted: held.state.decided?.restricted === true, team });
  }
}

function decide(
  tx: Transaction,
  account: string,
  held: Held,
  { restricted, team }: { restricted: boolean; team: string[] },
): void {
  const was = held.state.decided?.restricted === true;
  const decided = { ...held.state.decided, restricted, team };
  tx.pool.put(account, { ...held, state: { ...held.state, decided } });
  tx.pool.flush();
  if (was || restricted) {
    touchAll(tx, was === restricted ? hiddenBy(tx.store, account) : dependingOn(tx.store, account));
  }
}

/** Written again as they are, these rows get a new number and what then is to be said of who may see them. */
function touchAll(tx: Transaction, ids: readonly string[]): void {
  for (let at = 0; at < ids.length; at += slice) {
    const some = ids.slice(at, at + slice);
    tx.pool.prefetch(some);
    for (const id of some) {
      const held = tx.pool.get(id);
      if (held !== null) tx.pool.put(id, held);
    }
    tx.pool.release();
  }
}

/** An account may have more touches than are in memory at once. */
const slice = 2_000;

function mayRestrict(tx: Transaction, member: MemberRow, steward: unknown): boolean {
  if (member.role === 'admin' || member.id === steward) return true;
  if (member.role !== 'manager' || typeof steward !== 'string') return false;
  return memberById(tx.store, steward)?.manager === member.id;
}

function isHere(tx: Transaction, member: string): boolean {
  const row = memberById(tx.store, member);
  return row !== null && row.status !== 'departed';
}

function teamOf({ state }: Held): string[] {
  const team = state.decided?.team;
  return Array.isArray(team) ? team.filter((one) => typeof one === 'string') : [];
}

function sameTeam(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
