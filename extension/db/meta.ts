import type { Database } from './database.ts';
import type { Meta, MetaKey, MetaRow } from './meta-row.ts';

/** What the device noted under this key; undefined where it noted nothing. */
export async function readMeta<K extends MetaKey>(db: Database, key: K): Promise<Meta[K] | undefined> {
  const row = await db.meta.get(key);
  return row?.value as Meta[K] | undefined;
}

export async function writeMeta<K extends MetaKey>(db: Database, key: K, value: Meta[K]): Promise<void> {
  await db.meta.put({ key, value } as MetaRow);
}
