import { bundledOperations } from './bundles.ts';
import type { Database } from './database.ts';
import type { OwnOperation } from './overlay.ts';
import type { OutboxRow } from './stored-rows.ts';

/** Own operations that touch these records, by record, in the order in which they were made. */
export async function ownOperations(
  db: Database,
  ids: ReadonlySet<string>,
): Promise<Map<string, OwnOperation[]>> {
  const found: { n: number; records: readonly string[]; own: OwnOperation }[] = [];
  for (const row of await singleOperations(db, ids)) {
    found.push({ n: row.n ?? 0, records: row.records, own: row });
  }
  found.push(...(await bundledOperations(db, ids)));
  const byRecord = new Map<string, OwnOperation[]>();
  for (const { records, own } of found.sort((a, b) => a.n - b.n)) {
    for (const id of new Set(records)) {
      if (!ids.has(id)) continue;
      const list = byRecord.get(id);
      if (list === undefined) byRecord.set(id, [own]);
      else list.push(own);
    }
  }
  return byRecord;
}

async function singleOperations(db: Database, ids: ReadonlySet<string>): Promise<OutboxRow[]> {
  const queued = await db.outbox.count();
  if (queued === 0) return [];
  return queued <= ids.size
    ? db.outbox.toArray()
    : db.outbox
        .where('records')
        .anyOf([...ids])
        .distinct()
        .toArray();
}
