import * as v from 'valibot';
import { type PairedKind, pairedKind } from '../../../../shared/domain/pair.ts';
import type { Store } from '../storage/store.ts';

const linkRow = v.object({ pair: v.string(), keep: v.string(), other: v.string(), number: v.number() });
export type MergeLinkRow = v.InferOutput<typeof linkRow>;

const counted = v.object({ n: v.number() });
const columns = 'pair, keep, other, number';

/** Every merge that hangs together with this record, however far. */
export function linksAround(store: Store, id: string): MergeLinkRow[] {
  const found = new Map<string, MergeLinkRow>();
  const seen = new Set<string>();
  for (let due = [id]; due.length > 0; ) {
    for (const one of due) seen.add(one);
    const rows = store.read(
      linkRow,
      `SELECT ${columns} FROM merge_link WHERE keep IN (SELECT value FROM json_each(?1))
       UNION SELECT ${columns} FROM merge_link WHERE other IN (SELECT value FROM json_each(?1))`,
      JSON.stringify(due),
    );
    for (const row of rows) found.set(row.pair, row);
    due = [...new Set(rows.flatMap((row) => [row.keep, row.other]))].filter((one) => !seen.has(one));
  }
  return [...found.values()];
}

export function linksOf(store: Store, kind: PairedKind): MergeLinkRow[] {
  return store.read(linkRow, `SELECT ${columns} FROM merge_link WHERE kind = ?`, v.parse(pairedKind, kind));
}

/** The number of the new merge: above that of every merge that stands. */
export function insertLink(
  store: Store,
  link: { pair: string; kind: PairedKind; keep: string; other: string },
): number {
  const { pair, kind, keep, other } = link;
  const newest = store.read(counted, 'SELECT coalesce(max(number), 0) AS n FROM merge_link')[0]?.n ?? 0;
  store.write(
    'INSERT INTO merge_link (pair, kind, keep, other, number) VALUES (?, ?, ?, ?, ?)',
    pair,
    kind,
    keep,
    other,
    newest + 1,
  );
  return newest + 1;
}

export function dropLink(store: Store, pair: string): void {
  store.write('DELETE FROM merge_link WHERE pair = ?', pair);
}
