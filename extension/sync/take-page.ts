import type { Cursor } from '../../shared/protocol/pull.ts';
import type { PackedRow } from '../../shared/sync/packed-row.ts';
import { allBundles, deleteBundles, doubtBundles, operationsOf } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { namesIn } from '../db/enqueue-operations.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { type RecordRef, recordsOf } from '../db/overlay.ts';
import { type Segment, segmentsOfNames, segmentsOfRows } from '../db/segment.ts';
import { appendSegments } from '../db/segments.ts';
import { recordTables, type Settling, settleRecords } from '../db/settle-records.ts';
import { sweepLeftOver } from '../db/sweep.ts';
import { type Contact, noteContact } from './note-contact.ts';
import { atOnce } from './take-snapshot.ts';

export type Page = { rows: readonly PackedRow[]; cursor: Cursor; more: boolean };

/** So many rows of a page and more are kept as they came, and written into the indexed tables later. */
export const bulkRows = 400;

/**
 * Rows and cursor in one transaction, own pending operations laid on top again. Own operations whose effects are now in the
 * pool leave the outbox. False where the cursor is no longer the one that was asked with: the page is then dropped.
 */
export async function takePage(
  db: Database,
  asked: Cursor,
  page: Page,
  contact: Contact,
  inBulk: number = bulkRows,
): Promise<boolean> {
  return db.transaction('rw', recordTables(db), async () => {
    const held = await readMeta(db, 'cursor');
    if (held !== undefined && !isSame(held, asked)) return false;
    const generation = (await readMeta(db, 'generation')) ?? { now: 0, sweep: false };
    const finished = await dropPulled(db, page);
    const member = (await readMeta(db, 'joined'))?.member ?? '';
    const context = { member, generation: generation.now };
    const settlings = [...finished.singles, ...(await takeRows(db, page.rows, generation.now, inBulk))];
    if (settlings.length > 0) await settleRecords(db, settlings, context);
    await appendSegments(db, finished.named);
    // Before what is left over can be told, this page must be among what was seen.
    if (generation.sweep && !page.more) {
      const later = await sweepLeftOver(db, context);
      await writeMeta(db, 'generation', { now: generation.now, sweep: false, ...(later ? { later } : {}) });
    }
    await writeMeta(db, 'cursor', { ...page.cursor, whole: !page.more });
    await noteContact(db, contact);
    return true;
  });
}

/** Few rows are settled at once; of many, only what cannot wait. */
async function takeRows(
  db: Database,
  rows: readonly PackedRow[],
  generation: number,
  inBulk: number,
): Promise<Settling[]> {
  const direct = rows.length < inBulk ? rows : rows.filter(([kind]) => atOnce.has(kind));
  if (rows.length >= inBulk) {
    const waiting = rows.filter(([kind]) => !atOnce.has(kind));
    await appendSegments(db, segmentsOfRows(waiting, generation));
  }
  return direct.map((row) => ({ kind: row[0], id: row[1], base: row }));
}

/**
 * The server asks to begin again, because of another epoch (a restored backup) or another view (a changed role). What is held
 * stays readable until the last page shows what of it is no longer there; the outbox stays in any case.
 */
export async function restartFrom(db: Database, cursor: Cursor, contact: Contact): Promise<void> {
  await db.transaction('rw', [db.meta, db.bundles], async () => {
    await doubtBundles(db);
    const before = (await readMeta(db, 'generation'))?.now ?? 0;
    await writeMeta(db, 'generation', { now: before + 1, sweep: true });
    await writeMeta(db, 'cursor', { ...cursor, seq: 0, whole: false });
    await db.meta.delete('snapshot');
    await noteContact(db, contact);
  });
}

/** What has to be laid anew once operations are out of the outbox; of bundles only named, since it is much. */
type Finished = { singles: RecordRef[]; named: Segment[] };

async function dropPulled(db: Database, { cursor, more }: Page): Promise<Finished> {
  // Sequence numbers of another epoch cannot be compared; once all of the new one is here, its state is the truth.
  const isPulled = (row: { epoch: number; seq: number }) =>
    row.epoch === cursor.epoch ? row.seq <= cursor.seq : !more;
  const singles = (await db.outbox.where('state').equals('sent').toArray()).filter(isPulled);
  if (singles.length > 0) await db.outbox.bulkDelete(singles.map((row) => row.n as number));
  const bundles = (await allBundles(db)).filter((row) => row.state === 'sent' && isPulled(row));
  const named: Segment[] = [];
  for (const bundle of bundles) named.push(...segmentsOfNames(namesIn(await operationsOf(db, bundle))));
  await deleteBundles(db, new Set(bundles.map(({ n }) => n)));
  return { singles: singles.flatMap((row) => recordsOf(row.operation)), named };
}

function isSame(a: Cursor, b: Cursor): boolean {
  return a.epoch === b.epoch && a.view === b.view && a.seq === b.seq;
}
