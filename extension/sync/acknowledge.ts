import type { Outcome, RejectionReason } from '../../shared/protocol/operation.ts';
import { changeBundles, operationsOf } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { namesIn } from '../db/enqueue-operations.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Meta } from '../db/meta-row.ts';
import { type RecordRef, recordsOf } from '../db/overlay.ts';
import { segmentsOfNames } from '../db/segment.ts';
import { appendSegments, areWhole } from '../db/segments.ts';
import { recordTables, settleRecords } from '../db/settle-records.ts';
import type { BundleRow, OutboxRow, ParkedRow } from '../db/stored-rows.ts';
import type { Batch } from './batch.ts';
import { type Contact, noteContact } from './note-contact.ts';

/**
 * What the server made of a push. `seq`: from where on the effects are in the pool. `own`: nothing else moved it since `from`, and
 * it decided at `now`; a device that stands at `from` then stands at `seq` without pulling.
 */
export type Answer = {
  outcomes: readonly Outcome[];
  last: string;
  seq: number;
  own: { from: number; now: number } | null;
};

/** How an acknowledged operation goes on: out of the outbox (`done`), on top until it is pulled, or laid under what it touches. */
type Standing = { state: 'done' | 'sent' | 'own'; seq: number; epoch: number; now: number };

/**
 * The server's answer to a push, in one transaction: what it took stays as `sent` until its effects have been pulled, so that
 * the view never goes back; what it would not take is parked where the person sees it. Null where the answer does not
 * belong to what was sent; `current`: the device now holds all that the server did when it answered.
 */
export async function acknowledge(
  db: Database,
  batch: Batch,
  epoch: number,
  answer: Answer,
  contact: Contact,
): Promise<{ current: boolean } | null> {
  if (answer.outcomes.length !== batch.count || answer.last !== batch.last) return null;
  return db.transaction('rw', [...recordTables(db), db.parked], async () => {
    const cursor = await readMeta(db, 'cursor');
    const standing = standingOf(cursor, epoch, answer);
    if (batch.kind === 'singles') await acknowledgeSingles(db, batch.rows, answer.outcomes, standing);
    else await acknowledgeBundle(db, batch.row, answer.outcomes, standing);
    if (standing.state === 'own' && cursor !== undefined) {
      await writeMeta(db, 'cursor', { ...cursor, seq: answer.seq });
    }
    await writeMeta(db, 'acked', answer.last);
    await noteContact(db, contact);
    return { current: standing.state === 'own' };
  });
}

function standingOf(cursor: Meta['cursor'] | undefined, epoch: number, { seq, own }: Answer): Standing {
  const known = cursor !== undefined && cursor.epoch === epoch;
  if (known && cursor.seq >= seq) return { state: 'done', seq, epoch, now: 0 };
  if (known && own !== null && cursor.seq === own.from && cursor.whole === true) {
    return { state: 'own', seq, epoch, now: own.now };
  }
  return { state: 'sent', seq, epoch, now: 0 };
}

async function acknowledgeSingles(
  db: Database,
  rows: readonly OutboxRow[],
  outcomes: readonly Outcome[],
  { state, ...place }: Standing,
): Promise<void> {
  const parked: ParkedRow[] = [];
  const taken: OutboxRow[] = [];
  const done: number[] = [];
  for (const [i, row] of rows.entries()) {
    const outcome = outcomes[i] as Outcome;
    if (outcome.kind === 'rejected') parked.push(park(row, outcome.reason));
    if (outcome.kind === 'rejected' || state === 'done') done.push(row.n as number);
    else taken.push({ ...row, state, ...place });
  }
  await db.outbox.bulkDelete(done);
  await db.outbox.bulkPut(taken);
  await db.parked.bulkPut(parked);
  await settleTouched(db, rows);
  if (state === 'own') await db.outbox.bulkDelete(taken.map((row) => row.n as number));
}

/** Its records are only named again, where they are not still: writing hundreds of them is for later. */
async function acknowledgeBundle(
  db: Database,
  row: BundleRow,
  outcomes: readonly Outcome[],
  { state, ...place }: Standing,
): Promise<void> {
  const refused = outcomes.some(({ kind }) => kind === 'rejected');
  const after: BundleRow = { ...row, ...place, state: state === 'done' ? row.state : state };
  const whole = !refused && state !== 'done' && (await areWhole(db, row.names));
  if (whole) return changeBundles(db, [{ row: after }]);
  const operations = await operationsOf(db, row);
  const names = await appendSegments(db, segmentsOfNames(namesIn(operations)));
  const parked = operations.flatMap((operation, i) => {
    const outcome = outcomes[i] as Outcome;
    if (outcome.kind !== 'rejected') return [];
    return [{ id: operation.id, operation, reason: outcome.reason, at: row.at }];
  });
  await db.parked.bulkPut(parked);
  const left = state === 'done' ? [] : operations.filter((_, i) => outcomes[i]?.kind !== 'rejected');
  const shorter = refused || state === 'done' ? { operations: left } : {};
  await changeBundles(db, [{ row: { ...after, names }, ...shorter }]);
}

/** Operations that can never be sent, out of the queue's way. */
export async function parkBatch(db: Database, batch: Batch, reason: ParkedRow['reason']): Promise<void> {
  await db.transaction('rw', [...recordTables(db), db.parked], async () => {
    if (batch.kind === 'bundle') return parkBundle(db, batch.row, reason);
    await db.outbox.bulkDelete(batch.rows.map((row) => row.n as number));
    await db.parked.bulkPut(batch.rows.map((row) => park(row, reason)));
    await settleTouched(db, batch.rows);
  });
}

async function parkBundle(db: Database, row: BundleRow, reason: ParkedRow['reason']): Promise<void> {
  const operations = await operationsOf(db, row);
  await appendSegments(db, segmentsOfNames(namesIn(operations)));
  await db.parked.bulkPut(
    operations.map((operation) => ({ id: operation.id, operation, reason, at: row.at })),
  );
  await changeBundles(db, [{ row, operations: [] }]);
}

/**
 * The server has had these already and its answer was lost for good: what it rejected of them, as far as it remembers, is parked; all
 * others count as sent, and the next page, which is pulled in the same round, brings their effects.
 */
export async function adoptAsSent(
  db: Database,
  rows: readonly OutboxRow[],
  bundles: readonly BundleRow[],
  { last, rejected }: { last: string; rejected: Readonly<Record<string, RejectionReason>> },
): Promise<void> {
  const outcomeOf = ({ id }: { id: string }): Outcome => {
    const reason = rejected[id];
    return reason === undefined ? { kind: 'applied' } : { kind: 'rejected', reason };
  };
  await db.transaction('rw', [...recordTables(db), db.parked], async () => {
    const epoch = (await readMeta(db, 'cursor'))?.epoch ?? 0;
    const standing: Standing = { state: 'sent', seq: 0, epoch, now: 0 };
    await acknowledgeSingles(db, rows, rows.map(outcomeOf), standing);
    for (const row of bundles) {
      const operations = await operationsOf(db, row);
      await acknowledgeBundle(db, row, operations.map(outcomeOf), standing);
    }
    await writeMeta(db, 'acked', last);
    await writeMeta(db, 'cleared', false);
  });
}

/** Lays what is left of the outbox anew on every record that these rows touch. Inside a transaction over `recordTables`. */
async function settleTouched(db: Database, rows: readonly OutboxRow[]): Promise<void> {
  const refs: RecordRef[] = rows.flatMap((row) => recordsOf(row.operation));
  const member = (await readMeta(db, 'joined'))?.member ?? '';
  const generation = (await readMeta(db, 'generation'))?.now ?? 0;
  await settleRecords(db, refs, { member, generation });
}

function park(row: OutboxRow, reason: ParkedRow['reason']): ParkedRow {
  return { id: row.id, operation: row.operation, reason, at: row.at };
}
