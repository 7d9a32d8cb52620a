import * as v from 'valibot';
import { memberSchema } from '../../shared/domain/member.ts';
import { type TouchDecided, touchDecided } from '../../shared/domain/touch.ts';
import type { Database } from './database.ts';
import { touchFact } from './held-rows.ts';
import { viewOf } from './held-state.ts';
import { readMeta } from './meta.ts';
import { type Glance, glancesOf } from './read-groups.ts';
import type { TouchRow } from './stored-rows.ts';
import type { MemberGlance, TouchView } from './views.ts';

/** Colleagues by id. One whose row is not here (yet) is shown by nothing rather than by a guess. */
export async function memberGlances(db: Database): Promise<Map<string, MemberGlance>> {
  const glances = new Map<string, MemberGlance>();
  for (const row of await db.members.toArray()) {
    const member = v.safeParse(memberSchema, viewOf(row).fact);
    if (member.success) {
      glances.set(row.id, { id: row.id, name: member.output.name, status: member.output.status });
    }
  }
  return glances;
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
  const facts = rows.map((row) => touchFact(viewOf(row))).filter((fact) => fact !== null);
  const [members, people, accounts, joined] = await Promise.all([
    memberGlances(db),
    glancesOf(
      db,
      'person',
      facts.flatMap((fact) => fact.people.map((p) => p.person)),
    ),
    glancesOf(
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
  people: ReadonlyMap<string, Glance>;
  accounts: ReadonlyMap<string, Glance>;
  me: string;
};

function oneView(root: string, group: readonly TouchRow[], names: Names): TouchView | null {
  const live = group
    .map((row) => ({ row, fact: touchFact(viewOf(row)), decided: decidedOf(row) }))
    .filter(({ fact, decided }) => fact !== null && decided !== null && !decided.withdrawn);
  const first = live.find(({ row }) => row.id === root) ?? live[0];
  if (first?.fact == null) return null;
  const roles = new Map<string, Glance & { role: 'from' | 'to' | 'cc' }>();
  const accounts = new Map<string, Glance>();
  const witnesses = new Set<string>();
  for (const { fact, decided } of live) {
    for (const { person, role } of fact?.people ?? []) {
      const shown = names.people.get(person) ?? { id: person, name: '' };
      if (!roles.has(shown.id)) roles.set(shown.id, { ...shown, role });
    }
    for (const account of fact?.accounts ?? []) {
      const shown = names.accounts.get(account) ?? { id: account, name: '' };
      accounts.set(shown.id, shown);
    }
    if (decided !== null) witnesses.add(decided.witness);
  }
  const { at, precision, direction, subject } = first.fact;
  return {
    id: root,
    at,
    precision,
    direction,
    subject,
    people: [...roles.values()],
    accounts: [...accounts.values()],
    witnesses: [...witnesses].map((id) => names.members.get(id)).filter((m) => m !== undefined),
    mine: witnesses.has(names.me),
    pending: live.some(({ row }) => row.pending === 1),
  };
}

function decidedOf(row: TouchRow): TouchDecided | null {
  const parsed = v.safeParse(touchDecided, viewOf(row).decided);
  return parsed.success ? parsed.output : null;
}

/**
 * Ids of a record's contacts, newest first; `byAccount` and `byPerson` list `<id> <time>` for each. Several ids: of the records
 * that are merged, a contact with more than one of them once.
 */
export async function touchIdsOf(
  db: Database,
  index: 'byAccount' | 'byPerson',
  ids: readonly string[],
  limit: number,
): Promise<string[]> {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    return touchesOf(db, index, only).reverse().limit(limit).primaryKeys();
  }
  const times = new Map<string, string>();
  for (const id of ids) {
    const newest = touchesOf(db, index, id).reverse().limit(limit);
    await newest.eachKey((key, { primaryKey }) => void times.set(primaryKey, String(key).slice(id.length)));
  }
  const newestFirst = [...times].sort(([a, at], [b, bt]) =>
    at === bt ? (a < b ? -1 : 1) : at < bt ? 1 : -1,
  );
  return newestFirst.slice(0, limit).map(([id]) => id);
}

export async function touchCount(
  db: Database,
  index: 'byAccount' | 'byPerson',
  ids: readonly string[],
): Promise<number> {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return touchesOf(db, index, only).count();
  const found = new Set<string>();
  for (const id of ids) {
    for (const touch of await touchesOf(db, index, id).primaryKeys()) found.add(touch);
  }
  return found.size;
}

function touchesOf(db: Database, index: 'byAccount' | 'byPerson', id: string) {
  return db.touches.where(index).between(`${id} `, `${id} g`);
}
