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
import { exchange, type PackedBody, packBody, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/**
 * `current`: something was sent, and the device holds what the server then did. `forked`: the server remembers this device otherwise
 * than it does itself; a pull may clear that up.
 */
export type Pushed =
  | { kind: 'idle'; current: boolean }
  | { kind: 'forked'; refusal: Refusal }
  | { kind: 'stopped'; refusal: Refusal };

/** The server remembers what its last thousand operations came to: more than that is never unsure. */
const mostUnsure = 1000;

/** Operations of one push where nothing is the matter: two of them may be unsure at once. */
const usual = Math.min(pushLimits.operations, mostUnsure / 2 - 1);

/** A push as it goes out. */
type Prepared = { batch: Batch; epoch: number; body: PackedBody };

/**
 * Sends what waits, in order, until nothing waits: each push once the one before it was answered, and while that answer is being
 * written down. A batch that the server cannot read or that is too large is halved until the operation at fault is alone; that
 * one is parked and the rest goes on. Nothing leaves the outbox without an answer.
 */
export async function pushAll(deps: SyncDependencies, enrolment: Enrolment): Promise<Pushed> {
  const { db } = deps;
  let most: number = usual;
  let unnamed = 0;
  let current = false;
  let due = await prepare(db, enrolment, most, null);
  let sent = due === null ? null : send(deps, enrolment, due);
  for (;;) {
    if (due === null || sent === null) {
      due = await prepare(db, enrolment, most, null);
      if (due === null) return { kind: 'idle', current };
      sent = send(deps, enrolment, due);
    }
    const { batch, epoch } = due;
    const following = most === usual ? prepare(db, enrolment, most, batch) : null;
    following?.catch(() => undefined);
    const answer = await sent;
    sent = null;
    if (answer.kind === 'ok') {
      due = (await following) ?? null;
      if (due !== null) {
        sent = send(deps, enrolment, due);
        sent.catch(() => undefined);
      }
      const contact = { serverNow: answer.body.now, took: answer.took };
      const acknowledged = await acknowledge(db, batch, epoch, answerOf(answer.body, batch), contact);
      if (acknowledged === null) return stopped(foreignAnswer);
      // Before anything else is acknowledged: at the next start, `acked` says of what is left whether it was.
      if (batch.kind === 'singles') await deps.unsent?.drop(batch.rows.map(({ id }) => id));
      current = acknowledged.current;
      most = usual;
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
    most = usual;
  }
}

/** `behind`: what is on its way and will be acknowledged before this is sent. Null where nothing (more) can be sent. */
async function prepare(
  db: Database,
  enrolment: Enrolment,
  most: number,
  behind: Batch | null,
): Promise<Prepared | null> {
  const batch = await nextBatch(db, most, behind);
  if (batch === null || (behind !== null && behind.count + batch.count >= mostUnsure)) return null;
  const epoch = (await readMeta(db, 'cursor'))?.epoch ?? enrolment.cursor.epoch;
  const from = behind?.last ?? (await readMeta(db, 'acked')) ?? null;
  return { batch, epoch, body: await pushBody(db, enrolment.device, batch, epoch, from) };
}

function send(deps: SyncDependencies, { server, token }: Enrolment, { body }: Prepared) {
  const authorization = `Bearer ${token}`;
  return exchange(deps, server, { method: 'POST', path: '/v1/push', authorization, body }, pushResponse3);
}

/** The request. A bundle lies there as it is sent, unless the device has become another one since. */
async function pushBody(
  db: Database,
  device: string,
  batch: Batch,
  epoch: number,
  from: string | null,
): Promise<PackedBody> {
  if (batch.kind === 'bundle' && batch.row.device === device) {
    const envelope = JSON.stringify(pushRequest3(epoch, from, [], device));
    return packBody(envelope.slice(0, -'[]]'.length), await bundleBody(db, batch.row), ']');
  }
  const operations =
    batch.kind === 'singles' ? batch.rows.map((row) => row.operation) : await operationsOf(db, batch.row);
  return packBody(JSON.stringify(pushRequest3(epoch, from, operations, device)));
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
  const { last, rejected = {} } = refusal.problem ?? {};
  if (typeof last !== 'string') return false;
  const singles = await db.outbox.where('state').equals('waiting').toArray();
  const bundles = (await allBundles(db)).filter(({ state }) => state === 'waiting');
  const at = [...singles, ...bundles].find(({ id }) => id === last)?.n;
  if (at !== undefined) {
    const until = <R extends { n?: number }>(rows: readonly R[]) => rows.filter(({ n = 0 }) => n <= at);
    await adoptAsSent(db, until(singles), until(bundles), { last, rejected });
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
