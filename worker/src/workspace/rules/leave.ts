import * as v from 'valibot';
import { base64url } from '../../../../shared/domain/base64url.ts';
import { leaveTeams, moveHidden } from '../operations/restrict-account.ts';
import { type DeviceRow, revokeDevices } from '../tables/devices.ts';
import { killInvitationsOf } from '../tables/invitations.ts';
import { beginAgain, type MemberRow, memberById, putMember, reportsOf } from '../tables/members.ts';
import { allRestricted } from '../tables/restricted.ts';
import type { Transaction } from '../transaction.ts';

const owned = v.object({ id: v.string() });

/** A member may answer for more accounts than are in memory at once. */
const slice = 2_000;

/** What a departure moved, for the audit. */
export type Departure = {
  successor: string | null;
  accounts: string[];
  reports: string[];
};

/**
 * Takes a member out: devices, invitations, accounts and reports, in the caller's transaction. Accounts go to the leaver's
 * manager where that one can answer for them, and otherwise to the unassigned queue; no row goes.
 */
export function leave(tx: Transaction, member: MemberRow, devices: readonly DeviceRow[]): Departure {
  const { store, pool, now } = tx;
  putMember(tx, { ...member, status: 'departed' });
  revokeDevices(tx, devices, 'departed', () => base64url(tx.random(16)));
  killInvitationsOf(store, member.id);
  const manager = member.manager === null ? null : memberById(store, member.manager);
  const active = manager?.status === 'active' ? manager.id : null;
  const successor = manager?.role === 'viewer' ? null : active;

  const accounts = store.read(owned, 'SELECT id FROM rec WHERE steward = ?', member.id).map(({ id }) => id);
  const restricted = allRestricted(store);
  for (let at = 0; at < accounts.length; at += slice) {
    const some = accounts.slice(at, at + slice);
    pool.prefetch(some);
    for (const id of some) {
      const held = pool.get(id);
      if (held === null) continue;
      const moved = { steward: successor, stewardSince: now, stewardWhy: 'departure' };
      pool.put(id, { ...held, state: { ...held.state, decided: { ...held.state.decided, ...moved } } });
    }
    pool.release();
  }
  for (const { account } of restricted.filter(({ steward }) => steward === member.id))
    moveHidden(tx, account);
  leaveTeams(
    tx,
    member.id,
    restricted.filter(({ team }) => team.includes(member.id)).map(({ account }) => account),
  );
  const reports = reportsOf(store, member.id);
  for (const report of reports) putMember(tx, { ...report, manager: active });
  // Who now manages them sees what they see, from the beginning.
  if (reports.length > 0 && restricted.length > 0) beginAgain(tx, active);
  return { successor, accounts, reports: reports.map(({ id }) => id) };
}
