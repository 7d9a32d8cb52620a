import type { Operation } from '../../shared/protocol/operation.ts';
import { pushLimits } from '../../shared/protocol/push.ts';
import { allBundles, splitBundle } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { recordTables } from '../db/settle-records.ts';
import type { BundleRow, OutboxRow } from '../db/stored-rows.ts';

/** What one push sends: some single operations in the order in which they were made, or a bundle as it lies there. */
export type Batch =
  | { kind: 'singles'; rows: readonly OutboxRow[]; count: number; last: string }
  | { kind: 'bundle'; row: BundleRow; count: number; last: string };

/** What the envelope takes beside the operations. */
const envelopeBytes = 512;

/**
 * The first that waits, as many operations as one push takes and at most `most`; null where nothing waits. `behind`: a batch that
 * is on its way, and waits no more.
 */
export async function nextBatch(
  db: Database,
  most: number,
  behind: Batch | null = null,
): Promise<Batch | null> {
  const passed = behind === null ? Number.NEGATIVE_INFINITY : placeOf(behind);
  const bundle = await firstBundle(db, most, passed);
  const inFlight = behind?.kind === 'singles' ? behind.count : 0;
  const waiting = await db.outbox
    .where('state')
    .equals('waiting')
    .limit(most + inFlight)
    .toArray();
  const singles = waiting
    .filter(({ n = 0 }) => n > passed && (bundle === undefined || n < bundle.n))
    .slice(0, most);
  if (singles.length === 0) {
    return bundle === undefined
      ? null
      : { kind: 'bundle', row: bundle, count: bundle.count, last: bundle.id };
  }
  const rows = singles.slice(0, fitting(singles.map(({ operation }) => operation)));
  return { kind: 'singles', rows, count: rows.length, last: rows.at(-1)?.id ?? '' };
}

function placeOf(batch: Batch): number {
  return batch.kind === 'bundle' ? batch.row.n : (batch.rows.at(-1)?.n ?? 0);
}

/** A bundle of more than `most` operations is cut in two, so that a push always is a whole one. */
async function firstBundle(db: Database, most: number, passed: number): Promise<BundleRow | undefined> {
  const first = async () => (await allBundles(db)).find(({ state, n }) => state === 'waiting' && n > passed);
  const bundle = await first();
  if (bundle === undefined || bundle.count <= most) return bundle;
  await db.transaction('rw', recordTables(db), async () => splitBundle(db, bundle, most));
  return first();
}

/** How many of them one push takes; one that is too large for any goes alone, and is refused. */
export function fitting(operations: readonly Operation[], limit: number = pushLimits.bytes): number {
  const encoder = new TextEncoder();
  let bytes = envelopeBytes;
  for (const [i, operation] of operations.entries()) {
    bytes += encoder.encode(JSON.stringify(operation)).length + 1;
    if (bytes > limit && i > 0) return i;
  }
  return operations.length;
}
