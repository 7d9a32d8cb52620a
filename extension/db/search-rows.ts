import type { Table } from 'dexie';
import { nameWords } from '../../shared/identity/person-name.ts';
import type { Database } from './database.ts';
import { readMeta } from './meta.ts';

/** A device without contact for too long hides the pool until it has been in touch again. */
export async function isLocked(db: Database): Promise<boolean> {
  return (await readMeta(db, 'locked')) === true;
}

/** Rows of which every word of the search begins some word; in order of name. Null where the search says nothing. */
export async function rowsMatching<R extends { words: string[]; sortName?: string }>(
  table: Table<R, string>,
  search: string | undefined,
): Promise<R[] | null> {
  const words = nameWords(search ?? '');
  const [rarest] = words.toSorted((a, b) => b.length - a.length);
  if (rarest === undefined) return null;
  const rows = await table.where('words').startsWith(rarest).distinct().toArray();
  const found = rows.filter((row) => words.every((word) => row.words.some((w) => w.startsWith(word))));
  return found.sort(byName);
}

export function byName(a: { sortName?: string }, b: { sortName?: string }): number {
  const [one, other] = [a.sortName ?? '', b.sortName ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
