import { type PushRequest, type PushResponse, pushLimits, pushResponse } from '../../shared/protocol/push.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { allBundles, operationsOf } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { type Answer, acknowledge, adoptAsSent, parkBatch } from './acknowledge.ts';
import { type Batch, nextBatch } from './batch.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** `forked`: the server remembers this device otherwise than it does itself; a pull may clear that up. */
export type Pushed =
  | { kind: 'idle' }
  | { kind: 'forked'; refusal: Refusal }
  | { kind: 'stopped'; refusal: Refusal };

/**
 * Sends what waits, in order, until nothing waits. A batch that the server cannot read or that is too large is halved until
 * the operation at fault is alone; that one is parked and the rest goes on. Nothing leaves the outbox without an answer.
 */
export async function pushAll(deps: SyncDependencies, enrolment: Enrolment): Promise<Pushed> {
  const { db } = deps;
  let most: number = pushLimits.operations;
  let unnamed = 0;
  for (;;) {
    const batch = await nextBatch(db, most);
    if (batch === null) return { kind: 'idle' };
    const epoch = (await readMeta(db, 'cursor'))?.epoch ?? enrolment.cursor.epoch;
    const answer = await send(deps, enrolment, batch, epoch);
    if (answer.kind === 'ok') {
      const contact = { serverNow: answer.body.now, took: answer.took };
      if (!(await acknowledge(db, batch, epoch, answerOf(answer.body), contact)))
        return stopped(foreignAnswer);
      most = pushLimits.operations;
      unnamed = 0;
      continue;
    }
    const { refusal } = answer;
    const { kind } = refusal.notice;
    if (kind === 'fork') {
      if (await takeUpFrom(db, refusal)) continue;
      return { kind: 'forked', refusal };
    }
    if (kind !== 'malformed' && kind !== 'too-large') return stopped(refusal);
    if (batch.count > 1) {
      most = smaller(batch.count, refusal.problem?.operation);
      continue;
    }
    // Where the server names no operation, the fault may be in the envelope: one is parked to see, never the whole queue.
    if (kind === 'malformed' && refusal.problem?.operation === undefined) unnamed += 1;
    if (unnamed > 1) return stopped(refusal);
    await parkBatch(db, batch, 'malformed');
    most = pushLimits.operations;
  }
}

async function send(deps: SyncDependencies, { server, token }: Enrolment, batch: Batch, epoch: number) {
  const { db } = deps;
  const operations =
    batch.kind === 'singles' ? batch.rows.map((row) => row.operation) : await operationsOf(db, batch.row);
  const request: PushRequest = {
    proto: protocolVersion,
    epoch,
    from: (await readMeta(db, 'acked')) ?? null,
    operations,
  };
  const authorization = `Bearer ${token}`;
  const body = JSON.stringify(request);
  return exchange(deps, server, { method: 'POST', path: '/v1/push', authorization, body }, pushResponse);
}

function answerOf({ outcomes, last, seq }: PushResponse): Answer {
  return { outcomes: outcomes.map(({ outcome }) => outcome), last, seq, own: null };
}

/** What comes before the operation at fault goes first; then that one stands alone at the head. */
function smaller(length: number, fault: number | undefined): number {
  if (fault === undefined || fault >= length) return Math.ceil(length / 2);
  return fault > 0 ? fault : 1;
}

/**
 * A fork that is none: the server's last operation is one of ours that waits, so an answer was lost longer ago than the
 * server remembers; or our storage was cleared, and whatever the server took before is no longer here to be doubled.
 */
async function takeUpFrom(db: Database, refusal: Refusal): Promise<boolean> {
  const last = refusal.problem?.last;
  if (typeof last !== 'string') return false;
  const singles = await db.outbox.where('state').equals('waiting').toArray();
  const bundles = (await allBundles(db)).filter(({ state }) => state === 'waiting');
  const at = [...singles, ...bundles].find(({ id }) => id === last)?.n;
  if (at !== undefined) {
    const until = <R extends { n?: number }>(rows: readonly R[]) => rows.filter(({ n = 0 }) => n <= at);
    await adoptAsSent(db, until(singles), until(bundles), last);
    return true;
  }
  if ((await readMeta(db, 'cleared')) !== true) return false;
  await writeMeta(db, 'cleared', false);
  await writeMeta(db, 'acked', last);
  return true;
}

const foreignAnswer: Refusal = {
  notice: { kind: 'server-error', detail: 'an answer to another push' },
  problem: null,
  retryAfterMs: null,
};

function stopped(refusal: Refusal): Pushed {
  return { kind: 'stopped', refusal };
}
