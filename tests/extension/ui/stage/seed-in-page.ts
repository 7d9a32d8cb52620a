import { openDatabase } from '../../../../extension/db/database.ts';
import { regroup } from '../../../../extension/db/regroup.ts';

/** Bundled for the page: lays rows into IndexedDB through the extension's own schema, in place of all that was there. */
const seed = async (rows: Record<string, unknown[]>): Promise<void> => {
  const db = openDatabase();
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut(rows[table.name] ?? []);
    }
    const ends = (await db.pairs.toArray()).flatMap(({ records }) => records);
    await regroup(db, [], ends);
  });
  db.close();
};
Object.assign(globalThis, { seedPool: seed });
