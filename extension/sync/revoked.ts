import * as v from 'valibot';
import { quarantineLimits, quarantineResponse } from '../../shared/protocol/quarantine.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Meta } from '../db/meta-row.ts';
import type { OutboxRow } from '../db/stored-rows.ts';
import type { Enrolment } from './enrolment.ts';
import { exchange, type Refusal } from './exchange.ts';
import type { SyncDependencies } from './sync-dependencies.ts';

/** A hand-in that fails is tried again for this long; then the outbox goes too. */
export const handInMs = 30 * 24 * 3_600_000;

/**
 * The server no longer serves this device. From here on: everything but the unsent work is deleted at once, and the reason is
 * kept for the person. Returns once that is complete.
 */
export async function beginLeaving(db: Database, refusal: Refusal, now: number): Promise<void> {
  const before = await readMeta(db, 'revoked');
  const revoked: Meta['revoked'] = {
    nonce: refusal.problem?.nonce ?? before?.nonce ?? null,
    reason: refusal.notice.reason ?? before?.reason ?? null,
    until: before?.until ?? now + handInMs,
    wiped: false,
  };
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.filter((t) => t.name !== 'outbox').map((table) => table.clear()));
    await db.outbox.where('state').equals('sent').delete();
    await writeMeta(db, 'revoked', revoked);
  });
}

/** `left`: nothing of the workspace is on this device any more. `later`: what was not sent still waits to be handed in. */
export type Leaving = { kind: 'left' } | { kind: 'later' };

/** Hands in what was not sent, confirms the wipe, and forgets the token. May be called any number of times. */
export async function goOnLeaving(deps: SyncDependencies, enrolment: Enrolment): Promise<Leaving> {
  const { db } = deps;
  const revoked = await readMeta(db, 'revoked');
  if (revoked === undefined) return { kind: 'later' };
  const handedIn = revoked.nonce !== null && (await handIn(deps, enrolment, revoked.nonce));
  if (!handedIn && deps.now() < revoked.until) return { kind: 'later' };
  await db.transaction('rw', [db.outbox, db.meta], async () => {
    await db.outbox.clear();
    await writeMeta(db, 'revoked', { ...revoked, wiped: true });
  });
  if (revoked.nonce !== null) {
    const confirmed = await post(deps, enrolment, '/v1/wiped', { nonce: revoked.nonce }, v.null());
    if (confirmed.kind === 'refused' && confirmed.refusal.notice.kind === 'unreachable') {
      if (deps.now() < revoked.until) return { kind: 'later' };
    }
  }
  await deps.enrolment.clear();
  return { kind: 'left' };
}

async function handIn(deps: SyncDependencies, enrolment: Enrolment, nonce: string): Promise<boolean> {
  for (;;) {
    const rows = await nextToHandIn(deps.db);
    if (rows.length === 0) return true;
    const body = { nonce, operations: rows.map((row) => row.operation) };
    const answer = await post(deps, enrolment, '/v1/quarantine', body, quarantineResponse);
    if (answer.kind === 'refused') return false;
    await deps.db.outbox.bulkDelete(rows.map((row) => row.n as number));
  }
}

async function nextToHandIn(db: Database): Promise<OutboxRow[]> {
  const rows = await db.outbox.limit(quarantineLimits.operations).toArray();
  const encoder = new TextEncoder();
  let bytes = 512;
  const batch: OutboxRow[] = [];
  for (const row of rows) {
    bytes += encoder.encode(JSON.stringify(row.operation)).length + 1;
    if (bytes > quarantineLimits.bytes && batch.length > 0) break;
    batch.push(row);
  }
  return batch;
}

function post<S extends v.GenericSchema>(
  deps: SyncDependencies,
  { server, token }: Enrolment,
  path: string,
  body: unknown,
  schema: S,
) {
  const authorization = `Bearer ${token}`;
  return exchange(deps, server, { method: 'POST', path, authorization, body: JSON.stringify(body) }, schema);
}
