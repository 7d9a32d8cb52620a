import { randomId } from '../../shared/domain/ids.ts';
import { parseInvitationLink } from '../../shared/protocol/credential.ts';
import { joinResponse } from '../../shared/protocol/join.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { readMeta } from '../db/meta.ts';
import type { Result } from '../rpc/notice.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange } from './exchange.ts';
import { beginDevice } from './reconcile-storage.ts';
import { goOnLeaving } from './revoked.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

export type Joined = { workspace: string; member: string };

/**
 * Redeems an invitation. The enrolment is written before the database is told, so that a stop in between leaves a device that
 * finds its storage empty and begins again; only before it, while the answer is on its way, the invitation can be lost, and
 * an admin invites again. Does not pull.
 */
export async function joinWorkspace(
  deps: SyncDependencies,
  link: string,
  deviceName: string,
): Promise<Result<Joined>> {
  const invitation = parseInvitationLink(link);
  if (invitation === null) return { ok: false, notice: { kind: 'bad-link' } };
  const ready = await leavePrevious(deps);
  if (!ready.ok) return ready;
  const { server } = invitation;
  const answer = await exchange(
    deps,
    server,
    {
      method: 'POST',
      path: '/v1/join',
      authorization: `Invitation ${invitation.invitation}`,
      body: JSON.stringify({
        proto: protocolVersion,
        deviceName: deviceName.trim().slice(0, 100) || 'Browser',
      }),
    },
    joinResponse,
  );
  if (answer.kind === 'refused') return { ok: false, notice: answer.refusal.notice };
  const { token, device, member, role, workspace, key, cursor } = answer.body;
  const epoch = randomId(deps.random);
  const enrolment: Enrolment = { server, token, device, member, role, workspace, key, cursor, epoch };
  await deps.unsent?.begin(member);
  await deps.enrolment.write(enrolment);
  await beginDevice(deps.db, enrolment, deps.now());
  return { ok: true, value: { workspace: workspace.name, member } };
}

/** Unsent work of a device that was revoked belongs to its workspace: it goes there, or nobody joins another one. */
async function leavePrevious(deps: SyncDependencies): Promise<Result<null>> {
  const before = await deps.enrolment.read();
  if (before === null) return { ok: true, value: null };
  const revoked = await readMeta(deps.db, 'revoked');
  if (revoked === undefined) return { ok: false, notice: { kind: 'conflict', detail: 'already joined' } };
  const { kind } = await goOnLeaving(deps, before);
  if (kind === 'left') return { ok: true, value: null };
  return { ok: false, notice: { kind: 'conflict', detail: 'unsent work is not handed in yet' } };
}
