import { type PushRequest, pushLimits, pushResponse } from '../../shared/protocol/push.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { OutboxRow } from '../db/stored-rows.ts';
import { acknowledge, adoptAsSent, parkOperation } from './acknowledge.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** `forked`: the server remembers this device otherwise than it does itself; a pull may clear that up. */
export type Pushed =
  | { kind: 'idle' }
  | { kind: 'forked'; refusal: Refusal }
  | { kind: 'stopped'; refusal: Refusal };

/** What the envelope takes beside the operations. */
const envelopeBytes = 512;

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
    if (batch.length === 0) return { kind: 'idle' };
    const epoch = (await readMeta(db, 'cursor'))?.epoch ?? enrolment.cursor.epoch;
    const request: PushRequest = {
      proto: protocolVersion,
      epoch,
      from: (await readMeta(db, 'acked')) ?? null,
      operations: batch.map((row) => row.operation),
    };
    const answer = await exchange(
      deps,
      enrolment.server,
      {
        method: 'POST',
        path: '/v1/push',
        authorization: `Bearer ${enrolment.token}`,
        body: JSON.stringify(request),
      },
      pushResponse,
    );
    if (answer.kind === 'ok') {
      const contact = { serverNow: answer.body.now, took: answer.took };
      if (!(await acknowledge(db, batch, epoch, answer.body, contact))) return stopped(foreignAnswer);
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
    const alone = batch.length === 1 ? batch[0] : undefined;
    if (alone === undefined) {
      most = smaller(batch.length, refusal.problem?.operation);
      continue;
    }
    // Where the server names no operation, the fault may be in the envelope: one is parked to see, never the whole queue.
    if (kind === 'malformed' && refusal.problem?.operation === undefined) unnamed += 1;
    if (unnamed > 1) return stopped(refusal);
    await parkOperation(db, alone, 'malformed');
    most = pushLimits.operations;
  }
}

/** The first operations that wait, as many as one push takes; one that is too large for any goes alone and is refused. */
async function nextBatch(db: Database, most: number): Promise<OutboxRow[]> {
  const waiting = await db.outbox.where('state').equals('waiting').limit(most).toArray();
  const encoder = new TextEncoder();
  let bytes = envelopeBytes;
  const batch: OutboxRow[] = [];
  for (const row of waiting) {
    bytes += encoder.encode(JSON.stringify(row.operation)).length + 1;
    if (bytes > pushLimits.bytes && batch.length > 0) break;
    batch.push(row);
  }
  return batch;
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
  const waiting = await db.outbox.where('state').equals('waiting').toArray();
  const at = waiting.findIndex((row) => row.id === last);
  if (at !== -1) {
    await adoptAsSent(db, waiting.slice(0, at + 1), last);
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
