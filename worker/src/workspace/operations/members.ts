// Reads only, but for the time when the device was last seen. Nothing follows the commit.

import * as v from 'valibot';
import type { MembersResponse } from '../../../../shared/protocol/members.ts';
import { access } from '../../access.ts';
import { type Decision, done } from '../decision.ts';
import { admit } from '../rules/admit.ts';
import { allDevices } from '../tables/devices.ts';
import { openInvitations } from '../tables/invitations.ts';
import { allMembers } from '../tables/members.ts';
import type { Transaction } from '../transaction.ts';

const stewardCount = v.object({ steward: v.string(), n: v.number() });

export function members(tx: Transaction, caller: string): Decision<MembersResponse> {
  const admitted = admit(tx, caller, access.members);
  if (admitted.kind === 'refused') return admitted;
  const { store } = tx;
  const devices = Map.groupBy(allDevices(store), (device) => device.member);
  const open = new Map(openInvitations(store, tx.now).map((one) => [one.member, one]));
  const accounts = new Map(
    store
      .read(stewardCount, 'SELECT steward, count(*) AS n FROM rec WHERE steward IS NOT NULL GROUP BY steward')
      .map(({ steward, n }) => [steward, n]),
  );
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
