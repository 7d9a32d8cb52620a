import { pushLimits } from '../../shared/protocol/push.ts';
import {
  outcomesOfPush3,
  type PushResponse3,
  pushRequest3,
  pushResponse3,
} from '../../shared/protocol/push-3.ts';
import { allBundles, bundleBody, operationsOf } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { type Answer, acknowledge, adoptAsSent, parkBatch } from './acknowledge.ts';
import { type Batch, nextBatch } from './batch.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** `current`: something was sent, and the device holds what the server then did. `forked`: the server remembers this device otherwise than it does itself; a pull may clear that up. */
export type Pushed =
  | { kind: 'idle'; current: boolean }
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
  let current = false;
  for (;;) {
    const batch = await nextBatch(db, most);
    if (batch === null) return { kind: 'idle', current };
    const epoch = (await readMeta(db, 'cursor'))?.epoch ?? enrolment.cursor.epoch;
    const answer = await send(deps, enrolment, batch, epoch);
    if (answer.kind === 'ok') {
      const contact = { serverNow: answer.body.now, took: answer.took };
      const acknowledged = await acknowledge(db, batch, epoch, answerOf(answer.body, batch), contact);
      if (acknowledged === null) return stopped(foreignAnswer);
      current = acknowledged.current;
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

async function send(deps: SyncDependencies, enrolment: Enrolment, batch: Batch, epoch: number) {
  const { server, token } = enrolment;
  const authorization = `Bearer ${token}`;
  const body = await pushText(deps.db, enrolment.device, batch, epoch);
  return exchange(deps, server, { method: 'POST', path: '/v1/push', authorization, body }, pushResponse3);
}

/** The request as JSON. A bundle lies there as it is sent, unless the device has become another one since. */
async function pushText(db: Database, device: string, batch: Batch, epoch: number): Promise<string> {
  const from = (await readMeta(db, 'acked')) ?? null;
  if (batch.kind === 'bundle' && batch.row.device === device) {
    const envelope = JSON.stringify(pushRequest3(epoch, from, [], device));
    return `${envelope.slice(0, -'[]]'.length)}${new TextDecoder().decode(await bundleBody(db, batch.row))}]`;
  }
  const operations =
    batch.kind === 'singles' ? batch.rows.map((row) => row.operation) : await operationsOf(db, batch.row);
  return JSON.stringify(pushRequest3(epoch, from, operations, device));
}

function answerOf(answer: PushResponse3, { count }: Batch): Answer {
  const { last, from, seq, own, now } = answer;
  return { outcomes: outcomesOfPush3(answer, count), last, seq, own: own ? { from, now } : null };
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
