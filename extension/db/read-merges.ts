import type { Database } from './database.ts';
import { pairFact } from './foresee-pair.ts';
import { viewOf } from './held-state.ts';
import { nameOf } from './read-groups.ts';
import { memberGlances } from './read-touches.ts';
import type { Held, PairRow } from './stored-rows.ts';
import type { MergedRecord, MergeView } from './views.ts';

/** The merges by which these records are one, newest first. */
export async function mergesAmong(db: Database, ids: readonly string[]): Promise<MergeView[]> {
  if (ids.length < 2) return [];
  return mergeViews(
    db,
    await db.pairs
      .where('records')
      .anyOf([...ids])
      .distinct()
      .toArray(),
  );
}

/** Merges as the interface shows them, newest first. */
export async function mergeViews(db: Database, rows: readonly PairRow[]): Promise<MergeView[]> {
  const found = rows.flatMap((row) => {
    const pair = pairFact(viewOf(row));
    return pair?.verdict === 'same' ? [{ pair, pending: row.pending === 1 }] : [];
  });
  const names = await ownNames(
    db,
    found.flatMap(({ pair }) => [pair.keep, pair.other]),
  );
  const members = await memberGlances(db);
  return found
    .toSorted((a, b) => b.pair.number - a.pair.number || b.pair.at - a.pair.at)
    .map(({ pair, pending }) => ({
      kind: pair.of,
      keep: names.get(pair.keep) ?? { id: pair.keep, name: '', key: null },
      other: names.get(pair.other) ?? { id: pair.other, name: '', key: null },
      reasons: pair.reasons,
      automatic: pair.automatic,
      by: members.get(pair.by) ?? null,
      at: pair.at,
      pending,
    }));
}

/** Each record by what it says itself, not by what it is merged with. */
async function ownNames(db: Database, ids: readonly string[]): Promise<Map<string, MergedRecord>> {
  const wanted = [...new Set(ids)];
  const [accounts, people] = await Promise.all([db.accounts.bulkGet(wanted), db.people.bulkGet(wanted)]);
  const names = new Map<string, MergedRecord>();
  const note = (kind: 'account' | 'person', row: Held, [key]: readonly string[]) => {
    const name = nameOf(kind, viewOf(row));
    names.set(row.id, { id: row.id, name, key: key === undefined || key === name ? null : key });
  };
  for (const row of accounts) if (row !== undefined) note('account', row, row.domains);
  for (const row of people) if (row !== undefined) note('person', row, row.emails);
  return names;
}
