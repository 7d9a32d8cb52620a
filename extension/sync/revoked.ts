import * as v from 'valibot';
import type { Operation } from '../../shared/protocol/operation.ts';
import { quarantineLimits, quarantineResponse } from '../../shared/protocol/quarantine.ts';
import { allBundles, changeBundles, deleteBundles, operationsOf } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Meta } from '../db/meta-row.ts';
import { fitting } from './batch.ts';
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
    const sent = (await allBundles(db)).filter(({ state }) => state !== 'waiting').map(({ n }) => n);
    await deleteBundles(db, new Set(sent));
    const bundled = await readMeta(db, 'bundled');
    await Promise.all(db.tables.filter((t) => !unsent.has(t.name)).map((table) => table.clear()));
    await db.outbox.where('state').equals('sent').delete();
    if (bundled !== undefined) await writeMeta(db, 'bundled', bundled);
    await writeMeta(db, 'revoked', revoked);
  });
}

const unsent: ReadonlySet<string> = new Set(['outbox', 'bundles', 'bundleBodies']);

/** `left`: nothing of the workspace is on this device any more. `later`: what was not sent still waits to be handed in. */
export type Leaving = { kind: 'left' } | { kind: 'later' };

/** Hands in what was not sent, confirms the wipe, and forgets the token. May be called any number of times. */
export async function goOnLeaving(deps: SyncDependencies, enrolment: Enrolment): Promise<Leaving> {
  const { db } = deps;
  const revoked = await readMeta(db, 'revoked');
  if (revoked === undefined) return { kind: 'later' };
  const handedIn = revoked.nonce !== null && (await handIn(deps, enrolment, revoked.nonce));
  if (!handedIn && deps.now() < revoked.until) return { kind: 'later' };
  await db.transaction('rw', [db.outbox, db.bundles, db.bundleBodies, db.meta], async () => {
    await Promise.all([db.outbox, db.bundles, db.bundleBodies].map((table) => table.clear()));
    await db.meta.delete('bundled');
    await writeMeta(db, 'revoked', { ...revoked, wiped: true });
  });
  if (revoked.nonce !== null) {
    const confirmed = await post(deps, enrolment, '/v1/wiped', { nonce: revoked.nonce }, v.null());
    if (confirmed.kind === 'refused' && confirmed.refusal.notice.kind === 'unreachable') {
      if (deps.now() < revoked.until) return { kind: 'later' };
    }
  }
  await deps.unsent?.begin(null);
  const { workspace, member } = enrolment;
  await deps.enrolment.leave({ workspace: workspace.id, member, reason: revoked.reason });
  return { kind: 'left' };
}

/**
 * A browser may set a database back to how it was before the wipe (db/unsent-copy.ts says how): what it brings back was handed in, and
 * goes once more. To be called where this device is enrolled nowhere.
 */
export async function wipeAgain({
  db,
  enrolment,
}: Pick<SyncDependencies, 'db' | 'enrolment'>): Promise<void> {
  const left = await enrolment.left();
  if (left === null) return;
  await db.transaction('rw', db.tables, async () => {
    const joined = await readMeta(db, 'joined');
    const revoked = await readMeta(db, 'revoked');
    const isLeaving = revoked !== undefined && !revoked.wiped;
    const isTheirs = joined?.workspace.id === left.workspace && joined.member === left.member;
    if (!isLeaving && !isTheirs) return;
    await Promise.all(db.tables.map((table) => table.clear()));
    await writeMeta(db, 'revoked', { nonce: null, reason: left.reason, until: 0, wiped: true });
  });
}

async function handIn(deps: SyncDependencies, enrolment: Enrolment, nonce: string): Promise<boolean> {
  for (;;) {
    const { operations, gone, without } = await nextToHandIn(deps.db);
    if (operations.length === 0) return true;
    const body = { nonce, operations };
    const answer = await post(deps, enrolment, '/v1/quarantine', body, quarantineResponse);
    if (answer.kind === 'ok') {
      await gone();
      continue;
    }
    // One that nobody can read must not keep all others here until they are thrown away.
    const { notice, problem } = answer.refusal;
    const fault = notice.kind === 'malformed' ? problem?.operation : undefined;
    if (fault === undefined || fault >= operations.length) return false;
    await without(fault);
  }
}

/** `gone` takes them all out of the outbox, `without` the one at that place. */
type HandIn = {
  operations: readonly Operation[];
  gone: () => Promise<unknown>;
  without: (place: number) => Promise<unknown>;
};

async function nextToHandIn(db: Database): Promise<HandIn> {
  const rows = await db.outbox.limit(quarantineLimits.operations).toArray();
  const operations = rows.map((row) => row.operation);
  if (rows.length > 0) {
    const taken = fitting(operations, quarantineLimits.bytes);
    const numbers = rows.slice(0, taken).map((row) => row.n as number);
    return {
      operations: operations.slice(0, taken),
      gone: () => db.outbox.bulkDelete(numbers),
      without: (place) => db.outbox.delete(numbers[place] as number),
    };
  }
  const [bundle] = await allBundles(db);
  if (bundle === undefined) {
    return { operations: [], gone: async () => undefined, without: async () => undefined };
  }
  const bundled = await operationsOf(db, bundle);
  const within = (work: () => Promise<void>) =>
    db.transaction('rw', [db.bundles, db.bundleBodies, db.meta], async () => work());
  return {
    operations: bundled,
    gone: () => within(() => deleteBundles(db, new Set([bundle.n]))),
    without: (place) =>
      within(() => changeBundles(db, [{ row: bundle, operations: bundled.filter((_, i) => i !== place) }])),
  };
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
