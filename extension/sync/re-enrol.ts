import { base64url } from '../../shared/domain/base64url.ts';
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
 * records, its cursor and its outbox. Stopped anywhere, it is called a fork again by the next push, and begins anew: with the same
 * secret, so that whatever was cut or came twice makes one device.
 */
export async function reEnrol(deps: SyncDependencies, before: Enrolment): Promise<ReEnrolled> {
  const { db } = deps;
  const request: ReEnrolRequest = {
    proto: protocolVersion,
    last: (await readMeta(db, 'acked')) ?? null,
    waiting: await countWaiting(db),
    secret: await secretFor(deps, before),
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
  // Not before: until the new credential is kept, the same is asked for again.
  await db.meta.delete('enrolling');
  return { kind: 'done', enrolment };
}

/** Of an earlier attempt of this device, or a new one, which is written down before anybody is told of it. */
async function secretFor({ db, random }: SyncDependencies, { device }: Enrolment): Promise<string> {
  const held = await readMeta(db, 'enrolling');
  if (held?.from === device) return held.secret;
  const secret = base64url(random(32));
  await writeMeta(db, 'enrolling', { from: device, secret });
  return secret;
}

async function becomeAnother({ db }: SyncDependencies, enrolment: Enrolment): Promise<void> {
  const { workspace, device, member, role } = enrolment;
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'acked', null);
    await writeMeta(db, 'joined', { workspace, device, member, role });
    await writeMeta(db, 'trouble', { kind: 'fork', detail: 're-enrolled' });
  });
}
