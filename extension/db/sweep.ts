import { type RecordKind, recordKinds } from '../../shared/domain/records.ts';
import type { Database } from './database.ts';
import { ownKey } from './record-keys.ts';
import { dropEarlier, heldOwnKeys } from './segments.ts';
import { type SettleContext, type Settling, settleRecords, tableOf } from './settle-records.ts';

/**
 * Takes away what an earlier bootstrap brought and this one did not: gone, or no longer for our eyes. What waits in a segment of
 * this one is seen by its key alone, so that a left-over record may stay until all are unpacked: true where one has to look again
 * then. Inside a readwrite transaction over `recordTables`.
 */
export async function sweepLeftOver(db: Database, context: SettleContext): Promise<boolean> {
  const { generation } = context;
  await dropEarlier(db, generation);
  const waiting = await heldOwnKeys(db);
  const found: Settling[] = [];
  const look = (kind: RecordKind) => {
    const each = (row: { id: string; base: unknown; generation: number }) => {
      if (row.base === null || row.generation === generation || waiting.has(ownKey(row.id))) return;
      found.push({ kind, id: row.id, base: null });
    };
    return tableOf(db, kind).each(each);
  };
  for (const kind of recordKinds) await look(kind);
  await settleRecords(db, found, context);
  return waiting.size > 0;
}
