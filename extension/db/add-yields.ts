import * as v from 'valibot';
import { yieldLimits, yieldRow } from '../../shared/protocol/yields.ts';
import {
  addCounts,
  type CountedReader,
  noCounts,
  totalOf,
  type YieldCounts,
} from '../../shared/yield/yield-counts.ts';
import type { Database } from './database.ts';

/** What is to be counted more, on which UTC day, by which version of which reader. */
export type YieldGain = { day: number; reader: CountedReader; version: number; counts: YieldCounts };

/**
 * Adds to the device's own counts. What would leave the limits of a row or of a day is not counted: such numbers come from a page
 * that makes them up.
 */
export async function addYields(db: Database, gains: readonly YieldGain[]): Promise<void> {
  await db.transaction('rw', db.yields, async () => {
    for (const { day, reader, version, counts } of gains) {
      if (totalOf(counts) === 0) continue;
      const held = await db.yields.get([day, reader, version]);
      const isNew = held === undefined;
      if (isNew && (await db.yields.where('day').equals(day).count()) >= yieldLimits.rowsPerDay) continue;
      const row = { day, reader, version, ...addCounts(countsOf(held ?? noCounts), counts) };
      if (v.is(yieldRow, row)) await db.yields.put({ ...row, sent: held?.sent ?? 0 });
    }
  });
}

function countsOf({ seen, read, partly, refused, opened, used }: YieldCounts): YieldCounts {
  return { seen, read, partly, refused, opened, used };
}
