import * as v from 'valibot';
import { memberSchema } from '../../shared/domain/member.ts';
import { type TouchDecided, touchDecided } from '../../shared/domain/touch.ts';
import type { Database } from './database.ts';
import { field, touchFact, values } from './held-rows.ts';
import { readMeta } from './meta.ts';
import type { TouchRow } from './stored-rows.ts';
import type { MemberGlance, TouchView } from './views.ts';

/** Colleagues by id. One whose row is not here (yet) is shown by nothing rather than by a guess. */
export async function memberGlances(db: Database): Promise<Map<string, MemberGlance>> {
  const glances = new Map<string, MemberGlance>();
  for (const row of await db.members.toArray()) {
    const member = v.safeParse(memberSchema, row.view.fact);
    if (member.success) {
      glances.set(row.id, { id: row.id, name: member.output.name, status: member.output.status });
    }
  }
  return glances;
}

/** Ids → names, for accounts or people: the name, or the first domain or address, or nothing. */
export async function namesOf(
  db: Database,
  kind: 'account' | 'person',
  ids: readonly string[],
): Promise<Map<string, string>> {
  const table = kind === 'account' ? db.accounts : db.people;
  const rows = await table.bulkGet([...new Set(ids)]);
  const names = new Map<string, string>();
  for (const row of rows) {
    if (row === undefined) continue;
    const other = values(row.view, kind === 'account' ? 'domains' : 'emails')[0];
    names.set(row.id, field(row.view, 'name') ?? other ?? '');
  }
  return names;
}

/**
 * Contacts as the interface shows them, in the order of `roots`: each with everybody who witnessed it. One from which all
 * its witnesses withdrew is left out.
 */
export async function touchViews(db: Database, roots: readonly string[]): Promise<TouchView[]> {
  if (roots.length === 0) return [];
  const rows = await db.touches
    .where('root')
    .anyOf([...new Set(roots)])
    .toArray();
  const groups = Map.groupBy(rows, (row) => row.root);
  const facts = rows.map((row) => touchFact(row.view)).filter((fact) => fact !== null);
  const [members, people, accounts, joined] = await Promise.all([
    memberGlances(db),
    namesOf(
      db,
      'person',
      facts.flatMap((fact) => fact.people.map((p) => p.person)),
    ),
    namesOf(
      db,
      'account',
      facts.flatMap((fact) => fact.accounts),
    ),
    readMeta(db, 'joined'),
  ]);
  const names = { members, people, accounts, me: joined?.member ?? '' };
  return roots.map((root) => oneView(root, groups.get(root) ?? [], names)).filter((view) => view !== null);
}

type Names = {
  members: ReadonlyMap<string, MemberGlance>;
  people: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
  me: string;
};

function oneView(root: string, group: readonly TouchRow[], names: Names): TouchView | null {
  const live = group
    .map((row) => ({ row, fact: touchFact(row.view), decided: decidedOf(row) }))
    .filter(({ fact, decided }) => fact !== null && decided !== null && !decided.withdrawn);
  const first = live.find(({ row }) => row.id === root) ?? live[0];
  if (first?.fact == null) return null;
  const roles = new Map<string, 'from' | 'to' | 'cc'>();
  const accounts = new Set<string>();
  const witnesses = new Set<string>();
  for (const { fact, decided } of live) {
    for (const { person, role } of fact?.people ?? []) if (!roles.has(person)) roles.set(person, role);
    for (const account of fact?.accounts ?? []) accounts.add(account);
    if (decided !== null) witnesses.add(decided.witness);
  }
  const { at, precision, direction, subject } = first.fact;
  return {
    id: root,
    at,
    precision,
    direction,
    subject,
    people: [...roles].map(([id, role]) => ({ id, name: names.people.get(id) ?? '', role })),
    accounts: [...accounts].map((id) => ({ id, name: names.accounts.get(id) ?? '' })),
    witnesses: [...witnesses].map((id) => names.members.get(id)).filter((m) => m !== undefined),
    mine: witnesses.has(names.me),
    pending: live.some(({ row }) => row.pending === 1),
  };
}

function decidedOf(row: TouchRow): TouchDecided | null {
  const parsed = v.safeParse(touchDecided, row.view.decided);
  return parsed.success ? parsed.output : null;
}

/** Ids of a record's contacts, newest first; `byAccount` and `byPerson` list `<id> <time>` for each. */
export async function touchIdsOf(
  db: Database,
  index: 'byAccount' | 'byPerson',
  id: string,
  limit: number,
): Promise<string[]> {
  return db.touches.where(index).between(`${id} `, `${id} g`).reverse().limit(limit).primaryKeys();
}

export async function touchCount(db: Database, index: 'byAccount' | 'byPerson', id: string): Promise<number> {
  return db.touches.where(index).between(`${id} `, `${id} g`).count();
}
