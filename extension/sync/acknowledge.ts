import type { Outcome } from '../../shared/protocol/operation.ts';
import type { PushResponse } from '../../shared/protocol/push.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { type RecordRef, recordsOf } from '../db/overlay.ts';
import { recordTables, settleRecords } from '../db/settle-records.ts';
import type { OutboxRow, ParkedRow } from '../db/stored-rows.ts';
import { type Contact, noteContact } from './note-contact.ts';

/**
 * The server's answer to a push, in one transaction: what it took stays as `sent` until its effects have been pulled, so that
 * the view never goes back; what it would not take is parked where the person sees it. False where the answer does not
 * belong to what was sent.
 */
export async function acknowledge(
  db: Database,
  batch: readonly OutboxRow[],
  epoch: number,
  answer: PushResponse,
  contact: Contact,
): Promise<boolean> {
  const fits =
    answer.outcomes.length === batch.length && batch.every((row, i) => answer.outcomes[i]?.id === row.id);
  if (!fits) return false;
  await db.transaction('rw', [...recordTables(db), db.parked], async () => {
    const cursor = await readMeta(db, 'cursor');
    const pulled = cursor !== undefined && cursor.epoch === epoch && cursor.seq >= answer.seq;
    const parked: ParkedRow[] = [];
    const done: number[] = [];
    const sent: OutboxRow[] = [];
    for (const [i, row] of batch.entries()) {
      const outcome = answer.outcomes[i]?.outcome as Outcome;
      if (outcome.kind === 'rejected') parked.push(park(row, outcome.reason));
      if (outcome.kind === 'rejected' || pulled) done.push(row.n as number);
      else sent.push({ ...row, state: 'sent', seq: answer.seq, epoch });
    }
    await db.outbox.bulkDelete(done);
    await db.outbox.bulkPut(sent);
    await db.parked.bulkPut(parked);
    await writeMeta(db, 'acked', answer.last);
    await noteContact(db, contact);
    await settleTouched(db, batch);
  });
  return true;
}

/** One operation that can never be sent, out of the queue's way. */
export async function parkOperation(
  db: Database,
  row: OutboxRow,
  reason: ParkedRow['reason'],
): Promise<void> {
  await db.transaction('rw', [...recordTables(db), db.parked], async () => {
    await db.outbox.delete(row.n as number);
    await db.parked.put(park(row, reason));
    await settleTouched(db, [row]);
  });
}

/**
 * The server has these already and its answer was lost for good: they count as sent, and the next page, which is pulled in
 * the same round, brings their effects.
 */
export async function adoptAsSent(db: Database, rows: readonly OutboxRow[], last: string): Promise<void> {
  await db.transaction('rw', recordTables(db), async () => {
    const epoch = (await readMeta(db, 'cursor'))?.epoch ?? 0;
    await db.outbox.bulkPut(rows.map((row) => ({ ...row, state: 'sent' as const, seq: 0, epoch })));
    await writeMeta(db, 'acked', last);
    await writeMeta(db, 'cleared', false);
    await settleTouched(db, rows);
  });
}

/** Lays what is left of the outbox anew on every record that these rows touch. Inside a transaction over `recordTables`. */
export async function settleTouched(db: Database, rows: readonly OutboxRow[]): Promise<void> {
  const refs: RecordRef[] = rows.flatMap((row) => recordsOf(row.operation));
  const member = (await readMeta(db, 'joined'))?.member ?? '';
  const generation = (await readMeta(db, 'generation'))?.now ?? 0;
  await settleRecords(db, refs, { member, generation });
}

function park(row: OutboxRow, reason: ParkedRow['reason']): ParkedRow {
  return { id: row.id, operation: row.operation, reason, at: row.at };
}
