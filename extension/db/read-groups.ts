import type { Table } from 'dexie';
import { type Alternative, foldMerged } from '../../shared/sync/fold-merged.ts';
import type { RecordState } from '../../shared/sync/row.ts';
import type { Database } from './database.ts';
import { field, values } from './held-rows.ts';
import { viewOf } from './held-state.ts';
import type { AccountRow, PersonRow } from './stored-rows.ts';

/** One record as it is read: alone, or several that are merged. */
export type Group<R> = {
  top: R;
  /** The one on top first, then in the order in which their values count. */
  ids: readonly string[];
  state: RecordState;
  alternatives: readonly Alternative[];
  /** Something of it has not been acknowledged by the server. */
  pending: boolean;
};

/** A record's short form: who stands for it, and by what name. */
export type Glance = { id: string; name: string };

/** The records that these rows, each on top of its group or alone, stand for; in the same order. */
export async function groupsOf<R extends AccountRow | PersonRow>(
  db: Database,
  table: Table<R, string>,
  tops: readonly R[],
): Promise<Group<R>[]> {
  const below = new Map<string, R>();
  const wanted = tops.flatMap(({ merged = [] }) => merged);
  const rows = wanted.length === 0 ? [] : await table.bulkGet(wanted);
  for (const row of rows) if (row !== undefined) below.set(row.id, row);
  const ids = tops.flatMap(({ id, merged }) => (merged === undefined ? [] : [id, ...merged]));
  const pairs = ids.length === 0 ? [] : await db.pairs.where('records').anyOf(ids).toArray();
  const unsent = new Set(pairs.filter((pair) => pair.pending === 1).flatMap((pair) => pair.records));
  return tops.map((top) => {
    if (top.merged === undefined) {
      return { top, ids: [top.id], state: viewOf(top), alternatives: [], pending: top.pending === 1 };
    }
    const members = [top, ...top.merged.map((id) => below.get(id)).filter((row) => row !== undefined)];
    const { state, alternatives } = foldMerged(members.map((row) => ({ id: row.id, state: viewOf(row) })));
    const pending = members.some((row) => row.pending === 1 || unsent.has(row.id));
    return { top, ids: members.map(({ id }) => id), state, alternatives, pending };
  });
}

/** The rows that stand for these, each once, in the order in which they are first met. */
export async function topRows<R extends AccountRow | PersonRow>(
  table: Table<R, string>,
  rows: readonly R[],
): Promise<R[]> {
  const wanted = [
    ...new Set(rows.flatMap(({ mergedInto }) => (mergedInto === undefined ? [] : [mergedInto]))),
  ];
  const above = wanted.length === 0 ? [] : await table.bulkGet(wanted);
  const tops = new Map(above.filter((row) => row !== undefined).map((row) => [row.id, row]));
  const met = new Map<string, R>();
  for (const row of rows) {
    const top = tops.get(row.mergedInto ?? '') ?? row;
    met.set(top.id, top);
  }
  return [...met.values()];
}

/** The row that stands for this record; undefined where there is none. */
export async function topRow<R extends AccountRow | PersonRow>(
  table: Table<R, string>,
  id: string,
): Promise<R | undefined> {
  const row = await table.get(id);
  return row?.mergedInto === undefined ? row : ((await table.get(row.mergedInto)) ?? row);
}

/** Any id of a record → the id and the name that stand for it: the name, or the first address or domain, or nothing. */
export async function glancesOf(
  db: Database,
  kind: 'account' | 'person',
  ids: readonly string[],
): Promise<Map<string, Glance>> {
  const glances = new Map<string, Glance>();
  const lookUp = async <R extends AccountRow | PersonRow>(table: Table<R, string>) => {
    const rows = (await table.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
    const groups = await groupsOf(db, table, await topRows(table, rows));
    const names = new Map(groups.map((group) => [group.top.id, nameOf(kind, group.state)]));
    for (const { id, mergedInto } of rows) {
      const top = mergedInto !== undefined && names.has(mergedInto) ? mergedInto : id;
      glances.set(id, { id: top, name: names.get(top) ?? '' });
    }
  };
  await (kind === 'account' ? lookUp(db.accounts) : lookUp(db.people));
  return glances;
}

export function nameOf(kind: 'account' | 'person', state: RecordState): string {
  return field(state, 'name') ?? values(state, kind === 'account' ? 'domains' : 'emails')[0] ?? '';
}

/** Whether anything at all is merged: then, and only then, records have to be looked up under other ids than their own. */
export async function hasMerges(db: Database): Promise<boolean> {
  return (await db.pairs.where('records').above('').limit(1).count()) > 0;
}
