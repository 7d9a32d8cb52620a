import { type Randomness, randomId } from '../../shared/domain/ids.ts';
import type { Command, Operation } from '../../shared/protocol/operation.ts';
import type { Change } from '../../shared/sync/change.ts';
import { clampStamp, nextStamp, type Stamp } from '../../shared/sync/stamp.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { recordsOf } from './overlay.ts';
import { settleRecords } from './settle-records.ts';

export type Draft = { type: 'write'; changes: Change[] } | { type: 'command'; command: Command };

/** Who writes, when (milliseconds since the epoch, our own clock), and where ids come from. */
export type Author = { member: string; device: string; now: number; random: Randomness };

/** Most changes and bytes of one operation; the protocol takes 400 changes, and a push half a megabyte. */
const most = { changes: 400, bytes: 200_000 };

/**
 * Own operations into the outbox and their effects into the records, with stamps that follow the last one given out. To be
 * called inside a readwrite transaction over `recordTables`: outside of it, a record could stand without its operation.
 */
export async function enqueueOperations(
  db: Database,
  drafts: readonly Draft[],
  author: Author,
): Promise<Operation[]> {
  const clock = await readMeta(db, 'clock');
  const generation = (await readMeta(db, 'generation'))?.now ?? 0;
  const now = author.now + (clock?.offset ?? 0);
  let last: Stamp | null = (await readMeta(db, 'stamp')) ?? null;
  const operations: Operation[] = [];
  for (const draft of drafts.flatMap(withinLimits)) {
    // A clock that once ran far ahead must not hold all later stamps there.
    last = nextStamp(last === null ? null : clampStamp(last, now), now, author.device);
    operations.push({ ...draft, id: randomId(author.random), stamp: last });
  }
  if (last === null || operations.length === 0) return [];
  await db.outbox.bulkAdd(
    operations.map((operation) => ({
      id: operation.id,
      operation,
      records: recordsOf(operation).map((ref) => ref.id),
      state: 'waiting' as const,
      seq: 0,
      epoch: 0,
      at: author.now,
    })),
  );
  await settleRecords(db, operations.flatMap(recordsOf), { member: author.member, generation });
  await writeMeta(db, 'stamp', last);
  return operations;
}

/** One draft as it is, or cut into several where it is larger than the protocol takes. */
function withinLimits(draft: Draft): Draft[] {
  if (draft.type === 'command') return [draft];
  const cut: Draft[] = [];
  let changes: Change[] = [];
  let bytes = 0;
  for (const change of draft.changes) {
    const size = JSON.stringify(change).length;
    if (changes.length > 0 && (changes.length >= most.changes || bytes + size > most.bytes)) {
      cut.push({ type: 'write', changes });
      changes = [];
      bytes = 0;
    }
    changes.push(change);
    bytes += size;
  }
  if (changes.length > 0) cut.push({ type: 'write', changes });
  return cut;
}
