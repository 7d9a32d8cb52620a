// Who may see which row: the one place that says it.
//
// `rec.hidden` is null where everybody may, which is nearly always. Otherwise it holds groups, parted by commas, of which somebody
// must see each: `@member` is seen by that member alone, a list of account ids parted by spaces by whoever sees one of these.

import type { Pair } from '../../../../shared/domain/pair.ts';
import type { RecordState } from '../../../../shared/sync/row.ts';
import type { Store } from '../storage/store.ts';
import type { Held } from '../tables/held.ts';
import { type MemberRow, membersById, reportsOf } from '../tables/members.ts';
import type { Reading } from '../tables/pool.ts';
import {
  allRestricted,
  dropRestricted,
  isAnyRestricted,
  isRestricted,
  putRestricted,
  type Restricted,
} from '../tables/restricted.ts';
import type { Transaction } from '../transaction.ts';

/** Somebody who looks: what their rows are judged by. */
export type Seer = { member: string; isActive: boolean; seesAccount(account: string): boolean };

/** The member as somebody who looks. Holds until the next transaction. */
export function seerOf(store: Store, member: MemberRow): Seer {
  let open: Set<string> | null = null;
  return {
    member: member.id,
    isActive: member.status === 'active',
    seesAccount: (account) => {
      if (member.role === 'admin') return true;
      if (member.role === 'viewer') return false;
      open ??= openTo(store, member);
      return open.has(account);
    },
  };
}

/** The same for many at once, by their ids; an id that is no member's is left out. */
export function seersOf(store: Store, members: readonly string[]): ReadonlyMap<string, Seer> {
  return new Map(membersById(store, members).map((member) => [member.id, seerOf(store, member)]));
}

/** Of a restricted account: admins all, its steward and its team, and the manager of any of these. */
function openTo(store: Store, member: MemberRow): Set<string> {
  const ours = new Set([member.id]);
  if (member.role === 'manager') for (const { id } of reportsOf(store, member.id)) ours.add(id);
  const isOurs = ({ steward, team }: Restricted) =>
    (steward !== null && ours.has(steward)) || team.some((one) => ours.has(one));
  return new Set(
    allRestricted(store)
      .filter(isOurs)
      .map(({ account }) => account),
  );
}

/**
 * Whether somebody may be told that the row is not for them, or not any more: not of what is one other member's alone, and never was
 * anybody else's. That there is such a row is nobody's business.
 */
export function hearsOf(seer: Seer, hidden: string | null): boolean {
  if (hidden === null) return true;
  return hidden.split(',').every((group) => !group.startsWith('@') || group.slice(1) === seer.member);
}

export function sees(seer: Seer, hidden: string | null): boolean {
  if (!seer.isActive) return false;
  if (hidden === null) return true;
  return hidden.split(',').every((group) => {
    if (group.startsWith('@')) return group.slice(1) === seer.member;
    return group.split(' ').some((account) => seer.seesAccount(account));
  });
}

/** What a row's `hidden` has to say when it is written; of an account it is noted whether others' rows have to follow. */
export function hiddenFrom(tx: Transaction, id: string, held: Held, reading: Reading): string | null {
  const { store } = tx;
  if (held.kind === 'account') return hiddenAccount(tx, id, held.state);
  if (held.kind === 'note') return `@${held.state.decided?.member ?? ''}`;
  // Nearly every workspace ends here.
  tx.isAnyRestricted ??= isAnyRestricted(store);
  if (held.gone || !tx.isAnyRestricted) return null;
  return groupsOf(store, held, reading).join(',') || null;
}

function hiddenAccount(tx: Transaction, account: string, { decided }: RecordState): string | null {
  if (decided?.restricted === undefined) return null;
  tx.isAnyRestricted = null;
  if (decided.restricted !== true) {
    dropRestricted(tx.store, account);
    return null;
  }
  const { steward, team } = decided;
  putRestricted(tx.store, {
    account,
    steward: typeof steward === 'string' ? steward : null,
    team: Array.isArray(team) ? team.filter((one) => typeof one === 'string') : [],
  });
  return account;
}

/**
 * A touch with an account that everybody may see is everybody's; what was read of a hidden record or touch is as hidden. What was
 * decided about two accounts is for whoever sees both.
 */
function groupsOf(store: Store, { kind, state }: Held, reading: Reading): string[] {
  switch (kind) {
    case 'affiliation': {
      const account = state.fields?.account?.value ?? '';
      return isRestricted(store, account) ? [account] : [];
    }
    case 'touch': {
      const { accounts } = state.fact as { accounts: readonly string[] };
      const isHidden = accounts.length > 0 && accounts.every((account) => isRestricted(store, account));
      return isHidden ? [accounts.join(' ')] : [];
    }
    case 'sighting': {
      const { subject, touch } = state.fact as {
        subject: { kind: string; id: string };
        touch: string | null;
      };
      const own = subject.kind === 'account' && isRestricted(store, subject.id) ? [subject.id] : [];
      const of = [subject.kind === 'affiliation' ? subject.id : null, touch]
        .map((id) => (id === null ? null : reading.get(id)))
        .filter((held) => held !== null && !held.gone && held.kind !== 'sighting');
      return [...new Set([...own, ...of.flatMap((held) => groupsOf(store, held as Held, reading))])];
    }
    case 'pair': {
      const { of, keep, other } = state.fact as Pair;
      return of === 'account' ? [keep, other].filter((account) => isRestricted(store, account)) : [];
    }
    default:
      return [];
  }
}
