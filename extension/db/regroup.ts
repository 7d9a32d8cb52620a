import type { Table } from 'dexie';
import { type MergeLink, mergeGroups } from '../../shared/identity/merge-groups.ts';
import { foldMerged } from '../../shared/sync/fold-merged.ts';
import type { Database } from './database.ts';
import { pairFact } from './foresee-pair.ts';
import { accountRow, personRow } from './held-rows.ts';
import { viewOf } from './held-state.ts';
import type { AccountRow, Held, PersonRow } from './stored-rows.ts';

/** How a table's rows get their columns, which of them stay the row's own, and what takes a row out of the lists. */
type Columns<R> = { of: (held: Held) => R; own: (row: R) => Partial<R>; unlisted: Partial<R> };

const ofAccounts: Columns<AccountRow> = {
  of: accountRow,
  own: ({ domains }) => ({ domains }),
  unlisted: { words: [], steward: '?' },
};
const ofPeople: Columns<PersonRow> = {
  of: personRow,
  own: ({ emails }) => ({ emails }),
  unlisted: { words: [] },
};

/**
 * Brings the columns of merged records in line with the pairs: the one on top speaks for all, the others are in no list.
 * `settled`: records that were just written; `parted`: those whose pairs were. To be called inside the transaction that did.
 * Touches nothing but columns that can be computed again: what a record holds stays its own.
 */
export async function regroup(
  db: Database,
  settled: readonly string[],
  parted: readonly string[],
): Promise<void> {
  // One count spares every capture of a pool without merges the rest.
  if (parted.length === 0 && (settled.length === 0 || (await db.pairs.count()) === 0)) return;
  const links = await linksAround(db, [...settled, ...parted]);
  const reached = new Set([...parted, ...links.flatMap(({ keep, other }) => [keep, other])]);
  if (reached.size === 0) return;
  const groups = mergeGroups(links);
  await regroupTable(db.accounts, [...reached], groups, ofAccounts);
  await regroupTable(db.people, [...reached], groups, ofPeople);
}

/** Every merge that hangs together with one of these records, however far. */
async function linksAround(db: Database, ids: readonly string[]): Promise<MergeLink[]> {
  const links = new Map<string, MergeLink>();
  const seen = new Set<string>();
  for (let due = [...new Set(ids)]; due.length > 0; ) {
    for (const id of due) seen.add(id);
    const rows = await db.pairs.where('records').anyOf(due).distinct().toArray();
    for (const row of rows) {
      const pair = pairFact(viewOf(row));
      if (pair !== null) links.set(row.id, pair);
    }
    due = [...new Set(rows.flatMap((row) => row.records))].filter((id) => !seen.has(id));
  }
  return [...links.values()];
}

async function regroupTable<R extends AccountRow | PersonRow>(
  table: Table<R, string>,
  ids: readonly string[],
  groups: ReadonlyMap<string, readonly string[]>,
  columns: Columns<R>,
): Promise<void> {
  const rows = new Map<string, R>();
  for (const row of await table.bulkGet([...ids])) if (row !== undefined) rows.set(row.id, row);
  const put: R[] = [];
  for (const [id, row] of rows) {
    // A merge may be pulled before both of its records are; until then those that are here are read.
    const members = (groups.get(id) ?? []).map((one) => rows.get(one)).filter((one) => one !== undefined);
    const after = members.length < 2 ? columns.of(heldOf(row)) : asMember(row, members, columns);
    if (JSON.stringify(after) !== JSON.stringify(row)) put.push(after);
  }
  if (put.length > 0) await table.bulkPut(put);
}

function asMember<R extends AccountRow | PersonRow>(row: R, members: readonly R[], columns: Columns<R>): R {
  const held = heldOf(row);
  const plain = members.map((one) => columns.of(heldOf(one)));
  const top = members[0]?.id ?? row.id;
  if (row.id !== top) {
    const hidden: R = { ...columns.of(held), ...columns.unlisted, mergedInto: top };
    delete hidden.sortName;
    return hidden;
  }
  const { state } = foldMerged(members.map((one) => ({ id: one.id, state: viewOf(one) })));
  const { view: _folded, ...all } = columns.of({ ...held, view: state });
  const names = plain.flatMap(({ sortName = '' }) =>
    sortName === '' || sortName === all.sortName ? [] : [sortName],
  );
  return {
    ...(all as R),
    ...held,
    ...columns.own(columns.of(held)),
    words: [...new Set(plain.flatMap(({ words }) => words))],
    alsoNamed: [...new Set(names)],
    merged: members.slice(1).map(({ id }) => id),
  };
}

/** What a row holds, without the columns that are computed from it. */
function heldOf({ id, base, view, pending, generation }: Held): Held {
  return { id, base, ...(view === undefined ? {} : { view }), pending, generation };
}
