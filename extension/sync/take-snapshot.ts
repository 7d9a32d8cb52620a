import type { Cursor } from '../../shared/protocol/pull.ts';
import type { PackedRow } from '../../shared/sync/packed-row.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Meta } from '../db/meta-row.ts';
import { type Segment, segmentOfBody, segmentsOfRows } from '../db/segment.ts';
import { appendSegments } from '../db/segments.ts';
import { recordTables, settleRecords } from '../db/settle-records.ts';
import { type Contact, noteContact } from './note-contact.ts';
import type { WholeSegment } from './read-snapshot.ts';

/** What every look at a page needs, and few: these are written into the tables at once. */
export const atOnce: ReadonlySet<string> = new Set(['member', 'policy']);

type Progress = Meta['snapshot'];

/** What a snapshot has brought so far, where it leads to this epoch and view; null where none is under way. */
export async function snapshotProgress(db: Database, { epoch, view }: Cursor): Promise<Progress | null> {
  const progress = await readMeta(db, 'snapshot');
  const fits = progress !== undefined && progress.cursor.epoch === epoch && progress.cursor.view === view;
  return fits ? progress : null;
}

/**
 * Before anything is fetched beside it. False where another context has begun one meanwhile, or moved the cursor.
 */
export async function beginSnapshot(db: Database, start: Progress): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    if (!(await isStill(db, start))) return false;
    await noteBegun(db, start);
    return true;
  });
}

/**
 * From here on whatever goes is told by the pull that follows, also where the snapshot is cut and goes on later. What came ahead of it
 * may have gone before: it stays only if it comes again.
 */
async function noteBegun(db: Database, start: Progress): Promise<void> {
  if ((await snapshotProgress(db, start.cursor)) !== null) return;
  const before = (await readMeta(db, 'generation'))?.now ?? 0;
  await writeMeta(db, 'generation', { now: before + 1, sweep: true });
  await writeMeta(db, 'snapshot', start);
}

/**
 * The newest rows, while the snapshot is on its way: they move no cursor. They are as new as what they are put behind, or what has
 * changed since comes with the pull that follows the snapshot.
 */
export async function takeNewest(db: Database, rows: readonly PackedRow[], cursor: Cursor): Promise<void> {
  await db.transaction('rw', recordTables(db), async () => {
    if (!(await isBootstrapping(db, cursor))) return;
    const generation = (await readMeta(db, 'generation'))?.now ?? 0;
    await settleAtOnce(db, rows, generation);
    await appendSegments(db, segmentsOfRows(rows, generation));
  });
}

/**
 * Whole segments and how far they reach, in one transaction. Null where another context has taken some or moved the cursor
 * meanwhile.
 */
export async function takeSegments(
  db: Database,
  before: Progress,
  whole: readonly WholeSegment[],
): Promise<Progress | null> {
  return db.transaction('rw', recordTables(db), async () => {
    if (!(await isStill(db, before))) return null;
    await noteBegun(db, before);
    const generation = (await readMeta(db, 'generation'))?.now ?? 0;
    const segments: Segment[] = [];
    let { after, rows } = before;
    for (const { head, body, rows: some } of whole) {
      await settleAtOnce(db, some, generation);
      segments.push(segmentOfBody(body, some, generation));
      after = head.last;
      rows += head.rows;
    }
    await appendSegments(db, segments);
    const progress: Progress = { ...before, after, rows };
    await writeMeta(db, 'snapshot', progress);
    return progress;
  });
}

/** All of it is here: the device stands where the snapshot began, and pulls on from there. */
export async function endSnapshot(db: Database, progress: Progress, contact: Contact): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    if (!(await isStill(db, progress))) return false;
    await noteBegun(db, progress);
    // What moved while it was read comes with the pull that follows.
    await writeMeta(db, 'cursor', { ...progress.cursor, whole: false });
    await db.meta.delete('snapshot');
    await noteContact(db, contact);
    return true;
  });
}

async function isStill(db: Database, { cursor, after }: Progress): Promise<boolean> {
  const held = await snapshotProgress(db, cursor);
  return (await isBootstrapping(db, cursor)) && (held?.after ?? null) === after;
}

async function isBootstrapping(db: Database, { epoch, view }: Cursor): Promise<boolean> {
  const cursor = await readMeta(db, 'cursor');
  return cursor === undefined || (cursor.seq === 0 && cursor.epoch === epoch && cursor.view === view);
}

async function settleAtOnce(db: Database, rows: readonly PackedRow[], generation: number): Promise<void> {
  const few = rows.filter(([kind]) => atOnce.has(kind));
  if (few.length === 0) return;
  const member = (await readMeta(db, 'joined'))?.member ?? '';
  const settlings = few.map((row) => ({ kind: row[0], id: row[1], base: row }));
  await settleRecords(db, settlings, { member, generation });
}
