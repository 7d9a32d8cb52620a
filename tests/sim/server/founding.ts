import { type DeviceId, idFromBytes } from '../../../shared/domain/ids.ts';
import type { MemberRole } from '../../../shared/domain/member.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { openTransaction } from '../../../worker/src/workspace/decide.ts';
import type { Answer } from '../../../worker/src/workspace/decision.ts';
import { createWorkspace } from '../../../worker/src/workspace/operations/create-workspace.ts';
import { invite } from '../../../worker/src/workspace/operations/invite.ts';
import { join } from '../../../worker/src/workspace/operations/join.ts';
import { readMeta } from '../../../worker/src/workspace/tables/meta.ts';
import { workspaceKey } from '../plan/made-up-world.ts';
import { bytesFrom, dice } from '../random.ts';
import type { SqliteStore } from './sqlite-store.ts';
import { createWorkspaceServer } from './workspace-server.ts';

/** When every run begins: noon of a made-up Monday, UTC. */
export const beginning = Date.UTC(2026, 10, 23, 12);

export const workspaceId = idFromBytes(new Uint8Array(16).fill(9));

export type FoundingMember = { name: string; email: string; role: MemberRole; manager: number | null };

/** The company of every run. `manager`: an index into this list. */
export const people: readonly FoundingMember[] = [
  { name: 'Vera Novak', email: 'vera.novak@tidewater.test', role: 'admin', manager: null },
  { name: 'Marta Lindqvist', email: 'marta.lindqvist@tidewater.test', role: 'manager', manager: null },
  { name: 'Jonas Weber', email: 'jonas.weber@tidewater.test', role: 'rep', manager: 1 },
  { name: 'Amira Haddad', email: 'amira.haddad@tidewater.test', role: 'rep', manager: 1 },
  { name: 'Viktor Roth', email: 'viktor.roth@tidewater.test', role: 'viewer', manager: null },
  { name: 'Olga Brandt', email: 'olga.brandt@tidewater.test', role: 'rep', manager: null },
];

/** A device that has joined before the run, with all it was told. */
export type Enrolled = {
  secret: string;
  device: DeviceId;
  member: string;
  memberIndex: number;
  role: MemberRole;
  key: string;
  cursor: { epoch: number; view: number; seq: number };
};

export type Founded = { members: string[]; policy: string; devices: Enrolled[]; admin: Enrolled };

/** Whose devices there are, by index into `people`: Vera's first one is the admin's own console. */
const owners = [0, 0, 1, 2, 2, 3, 4, 5];

export function secretOf(number: number): string {
  return `S${String(number).padStart(4, '0')}`.padEnd(43, 'A');
}

/** The made-up company and its devices, by the shipped operations. */
export function found(store: SqliteStore): Founded {
  const random = bytesFrom(dice(1));
  const now = beginning - 3_600_000;
  const [admin] = people as [FoundingMember];
  const request = {
    name: 'Tidewater Tools',
    slug: 'tidewater',
    ownDomains: ['tidewater.test'],
    admin: { name: admin.name, email: admin.email },
  };
  const founding = { workspace: workspaceId, invitationHash: 'invitation 0', request };
  const server = createWorkspaceServer({ store, now: () => now, random, told: () => {} });
  const open = () => openTransaction(server.engine(), now);
  got(store.transaction(() => createWorkspace(store, random, now, open, founding)));
  const members: string[] = [];
  const devices = owners.map((owner, number): Enrolled => {
    const who = people[owner] as FoundingMember;
    if (number > 0) {
      const manager = who.manager === null ? null : (members[who.manager] ?? null);
      const inviting = {
        secretHash: `invitation ${number}`,
        request: { name: who.name, email: who.email, role: who.role, manager },
      };
      got(server.decide((tx) => invite(tx, secretOf(0), inviting)));
    }
    const joining = {
      invitationHash: `invitation ${number}`,
      tokenHash: secretOf(number),
      request: { proto: protocolVersion, deviceName: `Laptop ${number}` },
    };
    const joined = got(server.decide((tx) => join(tx, joining)));
    members[owner] = joined.member;
    const { device, member, role, key, cursor } = joined;
    return { secret: secretOf(number), device, member, memberIndex: owner, role, key, cursor };
  });
  const meta = readMeta(store);
  if (meta?.key !== workspaceKey)
    throw new Error('the founding comes to another key than people’s ids are derived by');
  return {
    members,
    policy: meta.policy,
    devices: devices.slice(1),
    admin: devices[0] as Enrolled,
  };
}

function got<Body>(answer: Answer<Body> | 'killed'): Body {
  if (answer === 'killed' || answer.kind === 'refused')
    throw new Error(`founding failed: ${JSON.stringify(answer)}`);
  return answer.body;
}
