import { allBundles, deleteBundles } from './bundles.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { dropSegments, oldestSegments, segmentsNote } from './segments.ts';
import { recordTables, settleRecords } from './settle-records.ts';
import { sweepLeftOver } from './sweep.ts';

/**
 * Moves the records of the oldest segments, at most so many, into the indexed tables, in one transaction. False where nothing is left to move: then
 * what waited for that is done too, which is little.
 */
export async function unpackOldest(db: Database, most = 1): Promise<boolean> {
  return db.transaction('rw', recordTables(db), async () => {
    const member = (await readMeta(db, 'joined'))?.member ?? '';
    const generation = (await readMeta(db, 'generation')) ?? { now: 0, sweep: false };
    const oldest = await oldestSegments(db, most);
    if (oldest !== null) {
      await settleRecords(db, oldest.refs, { member, generation: generation.now });
      // Lines that cannot be read must not keep it here for ever.
      await dropSegments(db, oldest.numbers);
      // With the last of them what is left over is swept at once: it would stand beside what replaces it.
      if ((await segmentsNote(db)).left > 0) return true;
    }
    const settled = (await allBundles(db)).filter(({ state }) => state === 'own').map(({ n }) => n);
    await deleteBundles(db, new Set(settled));
    if (generation.later !== true) return false;
    await sweepLeftOver(db, { member, generation: generation.now });
    await writeMeta(db, 'generation', { now: generation.now, sweep: generation.sweep });
    return false;
  });
}
