import type { Database } from '../database.ts';
import { mergeViews } from '../read-merges.ts';
import { isLocked } from '../search-rows.ts';
import type { MergeView } from '../views.ts';

/** Every merge that stands, newest first. Empty while the device is locked. */
export async function listMerges(
  db: Database,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: MergeView[]; total: number }> {
  if (await isLocked(db)) return { rows: [], total: 0 };
  const found = await db.pairs.where('records').above('').distinct().toArray();
  const merges = await mergeViews(db, found);
  return { rows: merges.slice(offset, offset + limit), total: merges.length };
}
