import {
  addCounts,
  type CountedReader,
  noCounts,
  type YieldCounts,
} from '../../../shared/yield/yield-counts.ts';
import type { Database } from '../database.ts';

export type OwnYield = { reader: CountedReader } & Pick<YieldCounts, 'seen' | 'read'>;

/** What this device counted since a UTC day, by reader and over all days. */
export async function ownYields(db: Database, since: number): Promise<OwnYield[]> {
  const rows = await db.yields.where('day').aboveOrEqual(since).toArray();
  return [...Map.groupBy(rows, ({ reader }) => reader)]
    .map(([reader, own]) => {
      const { seen, read } = own.reduce<YieldCounts>(addCounts, noCounts);
      return { reader, seen, read };
    })
    .filter(({ seen }) => seen > 0)
    .sort((a, b) => (a.reader < b.reader ? -1 : 1));
}
