import type { Table } from 'dexie';
import type { RecordKind } from '../../shared/domain/records.ts';
import { isSameContact } from '../../shared/identity/same-contact.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import { type PackedRow, unpackRow } from '../../shared/sync/packed-row.ts';
import type { Row } from '../../shared/sync/row.ts';
import { forgetInBundles } from './bundles.ts';
import type { Database } from './database.ts';
import { foldOwn } from './fold-own.ts';
import { pairFact } from './foresee-pair.ts';
import {
  accountRow,
  affiliationRow,
  noteRow,
  pairRow,
  personRow,
  sightingRow,
  touchFact,
  touchRow,
} from './held-rows.ts';
import { packed, viewOf } from './held-state.ts';
import { type OwnOperation, overlay, type RecordRef, recordsOf, refKey } from './overlay.ts';
import { ownOperations } from './own-operations.ts';
import { regroup } from './regroup.ts';
import { type Taken, takeOut } from './segments.ts';
import type { Held } from './stored-rows.ts';

/** `base` left out: the pool's state as already held stays, and only the own operations are laid on it anew. */
export type Settling = RecordRef & { base?: PackedRow | Row | null };

export type SettleContext = { member: string; generation: number };

/** The tables that hold records, and the outbox whose operations lie on top of them. */
export function recordTables(db: Database): Table[] {
  return [
    db.accounts,
    db.people,
    db.affiliations,
    db.touches,
    db.sightings,
    db.notes,
    db.members,
    db.policy,
    db.pairs,
    db.outbox,
    db.bundles,
    db.bundleBodies,
    db.segments,
    db.segmentKeys,
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
    case 'note':
      return db.notes as Table<Held, string>;
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
  const ids = new Set(settlings.map((s) => s.id));
  const taken = await takeOut(db, ids);
  const byKind = new Map<RecordKind, Map<string, Settling>>();
  // What lay in segments under the same id as another kind has to stay somewhere.
  const beside = [...taken.values()].map(({ kind, id }): Settling => ({ kind, id }));
  for (const settling of [...beside, ...settlings]) {
    const group = byKind.get(settling.kind) ?? new Map<string, Settling>();
    group.set(settling.id, settling);
    byKind.set(settling.kind, group);
  }
  const gone = goneAt(settlings, taken);
  if (gone.size > 0) await forgetInBundles(db, gone);
  const known = { taken, own: await ownOperations(db, ids) };
  const parted = new Set(await endsOf(db, byKind.get('pair')));
  for (const [kind, group] of byKind) await settleKind(db, kind, [...group.values()], known, context);
  for (const id of await endsOf(db, byKind.get('pair'))) parted.add(id);
  const settled = [...(byKind.get('account')?.keys() ?? []), ...(byKind.get('person')?.keys() ?? [])];
  await regroup(db, settled, [...parted]);
}

/** Records that the pool says are gone, and at which number; where that is not said, at any. */
function goneAt(settlings: readonly Settling[], taken: ReadonlyMap<string, Taken>): Map<string, number> {
  const gone = new Map<string, number>();
  for (const { kind, id, base } of settlings) {
    const held = taken.get(refKey({ kind, id }))?.base?.row;
    if (base !== undefined && isAbsent(base)) gone.set(id, Number.POSITIVE_INFINITY);
    else if (base === undefined && held !== undefined && isAbsent(held)) gone.set(id, held[2]);
  }
  return gone;
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

async function settleKind(
  db: Database,
  kind: RecordKind,
  settlings: readonly Settling[],
  { own, taken }: { own: ReadonlyMap<string, OwnOperation[]>; taken: ReadonlyMap<string, Taken> },
  { member, generation }: SettleContext,
): Promise<void> {
  const table = tableOf(db, kind);
  const unsaid = settlings.filter((s) => s.base === undefined && taken.get(refKey(s))?.base === undefined);
  const held = new Map<string, Held>();
  for (const row of await table.bulkGet(unsaid.map((s) => s.id)))
    if (row !== undefined) held.set(row.id, row);
  const put: Held[] = [];
  const gone: string[] = [];
  for (const settling of settlings) {
    const { said, since } = baseOfSettling(
      settling,
      taken.get(refKey(settling)),
      held.get(settling.id),
      generation,
    );
    const all = own.get(settling.id) ?? [];
    if (all.length === 0 && Array.isArray(said)) {
      // As it came: nearly all of a bootstrap is like this.
      put.push(indexed(kind, { id: settling.id, base: said, pending: 0, generation: since }));
      continue;
    }
    const row = Array.isArray(said) ? unpackRow(said) : said;
    const base = foldOwn(settling, row, all, member);
    const operations = all.filter(({ state }) => state !== 'own');
    const link = kind === 'touch' && base === null ? await foreseenLink(db, settling.id, operations) : null;
    const view = overlay(settling, base, operations, { member, link });
    if (view === null) {
      gone.push(settling.id);
      continue;
    }
    const isWaiting = (one: OwnOperation) => one.state === 'waiting' && touches(one.operation, settling);
    const pending = operations.some(isWaiting) ? 1 : 0;
    const laid = base === null || operations.length > 0 ? { view } : {};
    // What the server has just taken is of this bootstrap, whenever the record came to lie here.
    const of = base === row ? since : generation;
    const after: Held = { id: settling.id, base, ...laid, pending, generation: of };
    put.push({ ...indexed(kind, after), base: base === null ? null : packed(base) });
  }
  if (gone.length > 0) await table.bulkDelete(gone);
  if (put.length > 0) await table.bulkPut(put);
}

/** An operation may be about another record under the same id. */
function touches(operation: Operation, ref: RecordRef): boolean {
  if (operation.type === 'command') return recordsOf(operation).some(({ kind }) => kind === ref.kind);
  return operation.changes.some(({ on, id }) => id === ref.id && on === ref.kind);
}

/** What was given counts before what a segment held, and that before what the table holds. Gone is no base. */
function baseOfSettling(
  { base }: Settling,
  taken: Taken | undefined,
  held: Held | undefined,
  generation: number,
): { said: PackedRow | Row | null; since: number } {
  const present = (row: PackedRow | Row | null) => (isAbsent(row) ? null : row);
  if (base !== undefined) return { said: present(base), since: generation };
  if (taken?.base !== undefined) return { said: present(taken.base.row), since: taken.base.generation };
  return { said: held?.base ?? null, since: held?.generation ?? generation };
}

function isAbsent(base: PackedRow | Row | null): boolean {
  if (base === null) return true;
  return Array.isArray(base) ? base[3] === undefined : base.gone;
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
    case 'note':
      return noteRow(held);
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
async function foreseenLink(db: Database, id: string, own: readonly OwnOperation[]): Promise<string | null> {
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
