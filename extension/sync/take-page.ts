import type { RecordKind } from '../../shared/domain/records.ts';
import type { Cursor, PullResponse } from '../../shared/protocol/pull.ts';
import type { Database } from '../db/database.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { recordsOf } from '../db/overlay.ts';
import { recordTables, type Settling, settleRecords, tableOf } from '../db/settle-records.ts';
import type { OutboxRow } from '../db/stored-rows.ts';
import { type Contact, noteContact } from './note-contact.ts';

type Page = Extract<PullResponse, { kind: 'page' }>;

const kinds: readonly RecordKind[] = [
  'account',
  'person',
  'affiliation',
  'touch',
  'sighting',
  'member',
  'policy',
  'pair',
];

/**
 * Rows and cursor in one transaction, own pending operations laid on top again. Own operations whose effects are now in the
 * pool leave the outbox. False where the cursor is no longer the one that was asked with: the page is then dropped.
 */
export async function takePage(db: Database, asked: Cursor, page: Page, contact: Contact): Promise<boolean> {
  return db.transaction('rw', recordTables(db), async () => {
    const held = await readMeta(db, 'cursor');
    if (held !== undefined && !isSame(held, asked)) return false;
    const generation = (await readMeta(db, 'generation')) ?? { now: 0, sweep: false };
    const finished = await dropPulled(db, page);
    const settlings: Settling[] = [
      ...finished.flatMap((row) => recordsOf(row.operation)),
      ...page.rows.map(({ kind, id, ...row }) => ({
        kind,
        id,
        base: row.gone ? null : { kind, id, ...row },
      })),
    ];
    const sweep = generation.sweep && !page.more;
    // Before what is left over can be told, this page must be among what was seen.
    const member = (await readMeta(db, 'joined'))?.member ?? '';
    const context = { member, generation: generation.now };
    if (settlings.length > 0) await settleRecords(db, settlings, context);
    if (sweep) {
      await settleRecords(db, await leftOver(db, generation.now), context);
      await writeMeta(db, 'generation', { now: generation.now, sweep: false });
    }
    await writeMeta(db, 'cursor', page.cursor);
    await noteContact(db, contact);
    return true;
  });
}

/**
 * The server asks to begin again, because of another epoch (a restored backup) or another view (a changed role). What is held
 * stays readable until the last page shows what of it is no longer there; the outbox stays in any case.
 */
export async function restartFrom(db: Database, cursor: Cursor, contact: Contact): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const before = (await readMeta(db, 'generation'))?.now ?? 0;
    await writeMeta(db, 'generation', { now: before + 1, sweep: true });
    await writeMeta(db, 'cursor', { ...cursor, seq: 0 });
    await noteContact(db, contact);
  });
}

async function dropPulled(db: Database, { cursor, more }: Page): Promise<OutboxRow[]> {
  const sent = await db.outbox.where('state').equals('sent').toArray();
  // Sequence numbers of another epoch cannot be compared; once all of the new one is here, its state is the truth.
  const finished = sent.filter((row) => (row.epoch === cursor.epoch ? row.seq <= cursor.seq : !more));
  await db.outbox.bulkDelete(finished.map((row) => row.n as number));
  return finished;
}

/** Records that an earlier bootstrap brought and this one did not: gone, or no longer for our eyes. */
async function leftOver(db: Database, generation: number): Promise<Settling[]> {
  const found: Settling[] = [];
  for (const kind of kinds) {
    await tableOf(db, kind).each((row) => {
      if (row.base !== null && row.generation !== generation) found.push({ kind, id: row.id, base: null });
    });
  }
  return found;
}

function isSame(a: Cursor, b: Cursor): boolean {
  return a.epoch === b.epoch && a.view === b.view && a.seq === b.seq;
}
