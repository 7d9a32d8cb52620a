import * as v from 'valibot';
import { memberRole, memberStatus } from '../../../../shared/domain/member.ts';
import type { Store } from '../storage/store.ts';
import type { Transaction } from '../transaction.ts';

const memberRow = v.object({
  id: v.string(),
  email: v.string(),
  name: v.string(),
  role: memberRole,
  status: memberStatus,
  manager: v.nullable(v.string()),
  department: v.nullable(v.string()),
  /** Rises when what this member may see changes: the member's devices begin again. */
  view: v.number(),
});
export type MemberRow = v.InferOutput<typeof memberRow>;

const columns = 'id, email, name, role, status, manager, department, view';

export function memberById(store: Store, id: string): MemberRow | null {
  return store.read(memberRow, `SELECT ${columns} FROM member WHERE id = ?`, id)[0] ?? null;
}

export function membersById(store: Store, ids: readonly string[]): MemberRow[] {
  const sql = `SELECT ${columns} FROM member WHERE id IN (SELECT value FROM json_each(?))`;
  return store.read(memberRow, sql, JSON.stringify(ids));
}

export function memberByEmail(store: Store, email: string): MemberRow | null {
  return store.read(memberRow, `SELECT ${columns} FROM member WHERE email = ?`, email)[0] ?? null;
}

export function allMembers(store: Store): MemberRow[] {
  return store.read(memberRow, `SELECT ${columns} FROM member ORDER BY name, id`);
}

export function reportsOf(store: Store, manager: string): MemberRow[] {
  return store.read(memberRow, `SELECT ${columns} FROM member WHERE manager = ?`, manager);
}

/** Writes the member and its row of the pool, which says what colleagues may know: no address. */
export function putMember(tx: Transaction, member: MemberRow): void {
  const { store, pool } = tx;
  const { id, email, name, role, status, manager, department, view } = member;
  const before = memberById(store, id);
  if (before !== null && before.view !== view) tx.restarted.add(id);
  store.write(
    `INSERT INTO member (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, status = excluded.status,
       manager = excluded.manager, department = excluded.department, view = excluded.view`,
    id,
    email,
    name,
    role,
    status,
    manager,
    department,
    view,
  );
  pool.put(id, {
    kind: 'member',
    gone: false,
    state: { fact: { name, role, status, manager, department } },
  });
}

/** What this member may see has changed in ways that no row's number tells: the member's devices begin again. */
export function beginAgain(tx: Transaction, id: string | null): void {
  const member = id === null ? null : memberById(tx.store, id);
  if (member !== null) putMember(tx, { ...member, view: member.view + 1 });
}

const counted = v.object({ n: v.number() });

/** Whether somebody else could still run the workspace if this member could not. */
export function hasOtherActiveAdmin(store: Store, member: string): boolean {
  const found = store.read(
    counted,
    "SELECT count(*) AS n FROM member WHERE role = 'admin' AND status = 'active' AND id <> ?",
    member,
  );
  return (found[0]?.n ?? 0) > 0;
}
