// Reads only, but for the time when the device was last seen. Nothing follows the commit.

import * as v from 'valibot';
import { mergeGroups } from '../../../../shared/identity/merge-groups.ts';
import type { MembersResponse } from '../../../../shared/protocol/members.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { allDevices } from '../tables/devices.ts';
import { openInvitations } from '../tables/invitations.ts';
import { allMembers } from '../tables/members.ts';
import { linksOf } from '../tables/merge-links.ts';
import type { Transaction } from '../transaction.ts';

const stewardCount = v.object({ steward: v.string(), n: v.number() });
const stewardOf = v.object({ id: v.string(), steward: v.string() });

export function members(tx: Transaction, caller: string): Decision<MembersResponse> {
  const admitted = admit(tx, caller, access.members);
  if (admitted.kind === 'refused') return admitted;
  const { store } = tx;
  const devices = Map.groupBy(allDevices(store), (device) => device.member);
  const open = new Map(openInvitations(store, tx.now).map((one) => [one.member, one]));
  const accounts = stewardCounts(tx);
  return done({
    members: allMembers(store).map(({ view: _view, ...member }) => {
      const invitation = open.get(member.id);
      return {
        ...member,
        accounts: accounts.get(member.id) ?? 0,
        devices: (devices.get(member.id) ?? []).map(({ id, name, state, joined_at, seen_at }) => ({
          id,
          name,
          state,
          joinedAt: joined_at,
          seenAt: seen_at,
        })),
        invitation: invitation === undefined ? null : { id: invitation.id, expiresAt: invitation.expires_at },
      };
    }),
  });
}

/** Accounts by who answers for them; several that are merged count once, for whoever answers for them as one. */
function stewardCounts({ store }: Transaction): Map<string, number> {
  const groups = new Set(mergeGroups(linksOf(store, 'account')).values());
  const stewards = new Map(
    store
      .read(
        stewardOf,
        'SELECT id, steward FROM rec WHERE steward IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
        JSON.stringify([...groups].flat()),
      )
      .map(({ id, steward }) => [id, steward]),
  );
  const others = [...groups].flatMap((ids) => ids.filter((id) => stewards.has(id)).slice(1));
  return new Map(
    store
      .read(
        stewardCount,
        `SELECT steward, count(*) AS n FROM rec
         WHERE steward IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?)) GROUP BY steward`,
        JSON.stringify(others),
      )
      .map(({ steward, n }) => [steward, n]),
  );
}
