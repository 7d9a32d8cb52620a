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

/** Their ids, as far as they stand by themselves and not in bundles. */
export async function waitingIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.outbox.where('state').equals('waiting').toArray();
  return new Set(rows.map(({ id }) => id));
}
