import type { Table } from 'dexie';
import type { RecordKind } from '../../shared/domain/records.ts';
import { isSameContact } from '../../shared/identity/same-contact.ts';
import type { Row } from '../../shared/sync/row.ts';
import type { Database } from './database.ts';
import { pairFact } from './foresee-pair.ts';
import {
  accountRow,
  affiliationRow,
  pairRow,
  personRow,
  sightingRow,
  touchFact,
  touchRow,
} from './held-rows.ts';
import { viewOf } from './held-state.ts';
import { overlay, type RecordRef } from './overlay.ts';
import { regroup } from './regroup.ts';
import type { Held, OutboxRow } from './stored-rows.ts';

/** `base` left out: the pool's state as already held stays, and only the own operations are laid on it anew. */
export type Settling = RecordRef & { base?: Row | null };

export type SettleContext = { member: string; generation: number };

/** The tables that hold records, and the outbox whose operations lie on top of them. */
export function recordTables(db: Database): Table[] {
  return [
    db.accounts,
    db.people,
    db.affiliations,
    db.touches,
    db.sightings,
    db.members,
    db.policy,
    db.pairs,
    db.outbox,
    db.meta,
  ];
}

export function tableOf(db: Database, kind: RecordKind): Table<Held, string> {
  switch (kind) {
    case 'account':
      return db.accounts as Table<Held, string>;
    case 'person':
      return db.people as Table<Held, string>;
    case 'affiliation':
      return db.affiliations as Table<Held, string>;
    case 'touch':
      return db.touches as Table<Held, string>;
    case 'sighting':
      return db.sightings as Table<Held, string>;
    case 'member':
      return db.members as Table<Held, string>;
    case 'policy':
      return db.policy as Table<Held, string>;
    case 'pair':
      return db.pairs as Table<Held, string>;
    default:
      return kind satisfies never;
  }
}

/**
 * Writes records as base plus own pending operations; what then has neither is deleted. To be called inside a readwrite
 * transaction over `recordTables`, after the outbox was changed. A record named twice counts as its last.
 */
export async function settleRecords(
  db: Database,
  settlings: readonly Settling[],
  context: SettleContext,
): Promise<void> {
  const byKind = new Map<RecordKind, Map<string, Settling>>();
  for (const settling of settlings) {
    const group = byKind.get(settling.kind) ?? new Map<string, Settling>();
    group.set(settling.id, settling);
    byKind.set(settling.kind, group);
  }
  const own = await ownOperations(db, new Set(settlings.map((s) => s.id)));
  const parted = new Set(await endsOf(db, byKind.get('pair')));
  for (const [kind, group] of byKind) await settleKind(db, kind, [...group.values()], own, context);
  for (const id of await endsOf(db, byKind.get('pair'))) parted.add(id);
  const settled = [...(byKind.get('account')?.keys() ?? []), ...(byKind.get('person')?.keys() ?? [])];
  await regroup(db, settled, [...parted]);
}

/** The records of these pairs, as they stand in the database now. */
async function endsOf(db: Database, pairs: ReadonlyMap<string, Settling> | undefined): Promise<string[]> {
  if (pairs === undefined) return [];
  const rows = await db.pairs.bulkGet([...pairs.keys()]);
  return rows.flatMap((row) => {
    const pair = row === undefined ? null : pairFact(viewOf(row));
    return pair === null ? [] : [pair.keep, pair.other];
  });
}

async function ownOperations(db: Database, ids: ReadonlySet<string>): Promise<Map<string, OutboxRow[]>> {
  const byRecord = new Map<string, OutboxRow[]>();
  const queued = await db.outbox.count();
  if (queued === 0) return byRecord;
  const rows =
    queued <= ids.size
      ? await db.outbox.orderBy('n').toArray()
      : await db.outbox
          .where('records')
          .anyOf([...ids])
          .distinct()
          .toArray();
  rows.sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
  for (const row of rows) {
    for (const id of row.records) {
      if (!ids.has(id)) continue;
      const list = byRecord.get(id);
      if (list === undefined) byRecord.set(id, [row]);
      else list.push(row);
    }
  }
  return byRecord;
}

async function settleKind(
  db: Database,
  kind: RecordKind,
  settlings: readonly Settling[],
  own: ReadonlyMap<string, OutboxRow[]>,
  { member, generation }: SettleContext,
): Promise<void> {
  const table = tableOf(db, kind);
  const keep = settlings.filter((s) => s.base === undefined).map((s) => s.id);
  const held = new Map<string, Held>();
  for (const row of await table.bulkGet(keep)) if (row !== undefined) held.set(row.id, row);
  const put: Held[] = [];
  const gone: string[] = [];
  for (const settling of settlings) {
    const before = held.get(settling.id);
    const base = settling.base === undefined ? (before?.base ?? null) : settling.base;
    const operations = own.get(settling.id) ?? [];
    const link = kind === 'touch' && base === null ? await foreseenLink(db, settling.id, operations) : null;
    const view = overlay(settling, base, operations, { member, link });
    if (view === null) {
      gone.push(settling.id);
      continue;
    }
    const pending = operations.some((o) => o.state === 'waiting') ? 1 : 0;
    const since = settling.base === undefined ? (before?.generation ?? generation) : generation;
    const laid = base === null || operations.length > 0 ? { view } : {};
    put.push(indexed(kind, { id: settling.id, base, ...laid, pending, generation: since }));
  }
  if (gone.length > 0) await table.bulkDelete(gone);
  if (put.length > 0) await table.bulkPut(put);
}

function indexed(kind: RecordKind, held: Held): Held {
  switch (kind) {
    case 'account':
      return accountRow(held);
    case 'person':
      return personRow(held);
    case 'affiliation':
      return affiliationRow(held);
    case 'touch':
      return touchRow(held);
    case 'sighting':
      return sightingRow(held);
    case 'pair':
      return pairRow(held);
    case 'member':
    case 'policy':
      return held;
    default:
      return kind satisfies never;
  }
}

/** The touch that the server will find our new one to repeat, as far as this device can see. */
async function foreseenLink(db: Database, id: string, own: readonly OutboxRow[]): Promise<string | null> {
  for (const { operation } of own) {
    if (operation.type !== 'write') continue;
    for (const change of operation.changes) {
      if (change.on !== 'touch' || change.id !== id) continue;
      const { strong, weak } = change.fact;
      const others = [
        ...(strong === null ? [] : await db.touches.where('strong').equals(strong).toArray()),
        ...(weak === null ? [] : await db.touches.where('weak').equals(weak).toArray()),
      ];
      const match = others.find((row) => {
        const fact = touchFact(viewOf(row));
        return row.id !== id && row.root !== id && fact !== null && isSameContact(fact, change.fact);
      });
      return match?.root ?? null;
    }
  }
  return null;
}
