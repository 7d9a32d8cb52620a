import { joinResponse } from '../../shared/protocol/join.ts';
import type { ReEnrolRequest } from '../../shared/protocol/re-enrol.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { countWaiting } from '../db/count-waiting.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

export type ReEnrolled = { kind: 'done'; enrolment: Enrolment } | { kind: 'refused'; refusal: Refusal };

/**
 * This profile was copied or set back, so that its credential is also another one's: it asks for one of its own. It keeps its
 * records, its cursor and its outbox. Stopped anywhere, it is called a fork again by the next push, and begins anew.
 */
export async function reEnrol(deps: SyncDependencies, before: Enrolment): Promise<ReEnrolled> {
  const { db } = deps;
  const request: ReEnrolRequest = {
    proto: protocolVersion,
    last: (await readMeta(db, 'acked')) ?? null,
    waiting: await countWaiting(db),
  };
  const authorization = `Bearer ${before.token}`;
  const body = JSON.stringify(request);
  const asked = { method: 'POST' as const, path: '/v1/re-enrol', authorization, body };
  const answer = await exchange(deps, before.server, asked, joinResponse);
  if (answer.kind === 'refused') return answer;
  const { token, device, member, role, workspace, key, cursor } = answer.body;
  const enrolment: Enrolment = { ...before, token, device, member, role, workspace, key, cursor };
  await becomeAnother(deps, enrolment);
  await deps.enrolment.write(enrolment);
  return { kind: 'done', enrolment };
}

async function becomeAnother({ db }: SyncDependencies, enrolment: Enrolment): Promise<void> {
  const { workspace, device, member, role } = enrolment;
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'acked', null);
    await writeMeta(db, 'joined', { workspace, device, member, role });
    await writeMeta(db, 'trouble', { kind: 'fork', detail: 're-enrolled' });
  });
}
