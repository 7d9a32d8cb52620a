import type { MembersResponse } from '../../../../shared/protocol/members.ts';
import { sampleId } from './pool-rows.ts';
import { members } from './sample-pool.ts';

const day = 86_400_000;

/** Three members as the worker lists them for an admin: herself, a suspended rep whom she manages, and an active one. */
export function sampleMembers(now: number): MembersResponse['members'] {
  const device = (id: string, name: string, state: 'active' | 'revoked' | 'wiped') => ({
    id: sampleId(id),
    name,
    state,
    joinedAt: now - 30 * day,
    seenAt: now - day,
  });
  return [
    {
      id: members.vera,
      name: 'Vera Novak',
      email: 'vera.novak@tidewater.test',
      role: 'admin',
      status: 'active',
      manager: null,
      department: null,
      accounts: 1,
      devices: [device('d1', 'Chrome on Linux', 'active')],
      invitation: null,
    },
    {
      id: members.jonas,
      name: 'Jonas Weber',
      email: 'jonas.weber@tidewater.test',
      role: 'rep',
      status: 'suspended',
      manager: members.vera,
      department: null,
      accounts: 4,
      devices: [device('d2', 'Firefox on Windows', 'revoked')],
      invitation: null,
    },
    {
      id: members.amira,
      name: 'Amira Haddad',
      email: 'amira.haddad@tidewater.test',
      role: 'rep',
      status: 'active',
      manager: null,
      department: null,
      accounts: 3,
      devices: [device('d3', 'Chrome on macOS', 'active'), device('d4', 'Edge on Windows', 'wiped')],
      invitation: { id: sampleId('i'), expiresAt: now + 7 * day },
    },
  ];
}
