import { bundlesNote } from './bundles.ts';
import type { Database } from './database.ts';

/** Own operations that the server has not acknowledged. */
export async function countWaiting(db: Database): Promise<number> {
  const [single, { waiting }] = await Promise.all([
    db.outbox.where('state').equals('waiting').count(),
    bundlesNote(db),
  ]);
  return single + waiting;
}
