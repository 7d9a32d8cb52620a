import { allBundles, deleteBundles } from './bundles.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { dropSegment, oldestSegment } from './segments.ts';
import { recordTables, settleRecords } from './settle-records.ts';
import { sweepLeftOver } from './sweep.ts';

/**
 * Moves the records of the oldest segment into the indexed tables, in one transaction. False where nothing was left to move: then
 * what waited for that is done too, which is little.
 */
export async function unpackOne(db: Database): Promise<boolean> {
  return db.transaction('rw', recordTables(db), async () => {
    const member = (await readMeta(db, 'joined'))?.member ?? '';
    const generation = (await readMeta(db, 'generation')) ?? { now: 0, sweep: false };
    const oldest = await oldestSegment(db);
    if (oldest !== null) {
      await settleRecords(db, oldest.refs, { member, generation: generation.now });
      // Lines that cannot be read must not keep it here for ever.
      await dropSegment(db, oldest.n);
      return true;
    }
    const settled = (await allBundles(db)).filter(({ state }) => state === 'own').map(({ n }) => n);
    await deleteBundles(db, new Set(settled));
    if (generation.later !== true) return false;
    await sweepLeftOver(db, { member, generation: generation.now });
    await writeMeta(db, 'generation', { now: generation.now, sweep: generation.sweep });
    return false;
  });
}
