import { compactOperation, expandOperation } from '../../shared/protocol/compact-operation.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import type { Database } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Meta } from './meta-row.ts';
import { type OwnOperation, recordsOf } from './overlay.ts';
import { ownKey } from './record-keys.ts';
import { newMark, rowCache } from './row-cache.ts';
import type { BundleRow } from './stored-rows.ts';

/**
 * Many own operations in one piece of the outbox: hundreds of operations cost two rows and no index. They stand among the
 * others by their number `n`, are sent as they lie here, and are found by the records that they touch (own-operations.ts).
 */
const cache = rowCache<BundleRow>();

type Note = Meta['bundled'];
const nothing: Note = { rows: 0, waiting: 0, mark: '' };

/** `waiting`: operations in bundles that have not been acknowledged. */
export async function bundlesNote(db: Database): Promise<Note> {
  return (await readMeta(db, 'bundled')) ?? nothing;
}

export async function allBundles(db: Database): Promise<readonly BundleRow[]> {
  const { rows, mark } = await bundlesNote(db);
  return rows === 0 ? [] : cache.rows(db, { mark }, () => db.bundles.orderBy('n').toArray());
}

async function writeNote(db: Database, rows: readonly BundleRow[]): Promise<void> {
  const waiting = rows.reduce((sum, row) => (row.state === 'waiting' ? sum + row.count : sum), 0);
  const mark = newMark();
  await writeMeta(db, 'bundled', { rows: rows.length, waiting, mark });
  cache.keep(db, mark, rows);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export type NewBundle = {
  n: number;
  operations: readonly Operation[];
  /** Of the operations as they lie in the bundle, where it is there already. */
  text?: string;
  device: string;
  at: number;
  names: readonly number[];
};

/** Bundles at the end of the outbox. `names`: the segments that name the records which they touch. */
export async function appendBundles(db: Database, added: readonly NewBundle[]): Promise<void> {
  const before = await allBundles(db);
  const rows = added.map(({ n, operations, device, at, names }): BundleRow => {
    return {
      n,
      id: operations.at(-1)?.id ?? '',
      count: operations.length,
      device,
      names: [...names],
      ...keysOf(operations),
      state: 'waiting',
      seq: 0,
      epoch: 0,
      now: 0,
      at,
    };
  });
  await db.bundles.bulkPut(rows);
  await db.bundleBodies.bulkPut(
    added.map(({ n, operations, text, device }) => ({
      n,
      body: text === undefined ? packOperations(operations, device) : encoder.encode(text),
    })),
  );
  await writeNote(db, inOrder([...before, ...rows]));
}

function inOrder(rows: readonly BundleRow[]): BundleRow[] {
  return rows.toSorted((a, b) => a.n - b.n);
}

function packOperations(operations: readonly Operation[], device: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(operations.map((one) => compactOperation(one, device))));
}

/** Cuts a bundle in two: the first `count` operations keep its number, and the rest follows before all else. */
export async function splitBundle(db: Database, row: BundleRow, count: number): Promise<void> {
  const operations = await operationsOf(db, row);
  const { n, device, at, names } = row;
  const rest = { n: n + count / 1000, operations: operations.slice(count), device, at, names };
  await changeBundles(db, [{ row, operations: operations.slice(0, count) }]);
  await appendBundles(db, [rest]);
}

/** Other states of bundles; `operations` where some have left. One without operations goes. */
export async function changeBundles(
  db: Database,
  changes: readonly { row: BundleRow; operations?: readonly Operation[] }[],
): Promise<void> {
  if (changes.length === 0) return;
  const after = new Map((await allBundles(db)).map((row) => [row.n, row]));
  const gone: number[] = [];
  for (const { row, operations } of changes) {
    if (operations?.length === 0) {
      gone.push(row.n);
      after.delete(row.n);
      continue;
    }
    if (operations === undefined) {
      after.set(row.n, row);
      await db.bundles.put(row);
      continue;
    }
    const shorter: BundleRow = {
      ...row,
      id: operations.at(-1)?.id ?? row.id,
      count: operations.length,
      ...keysOf(operations),
    };
    after.set(row.n, shorter);
    await db.bundles.put(shorter);
    await db.bundleBodies.put({ n: row.n, body: packOperations(operations, row.device) });
  }
  await deleteRows(db, gone);
  await writeNote(db, inOrder([...after.values()]));
}

export async function deleteBundles(db: Database, gone: ReadonlySet<number>): Promise<void> {
  if (gone.size === 0) return;
  const left = (await allBundles(db)).filter(({ n }) => !gone.has(n));
  await deleteRows(db, [...gone]);
  await writeNote(db, left);
}

/**
 * What bundles say of these records as the pool's counts no longer: the pool has said since, at that number, that they are gone,
 * and nothing else remembers it.
 */
export async function forgetInBundles(db: Database, gone: ReadonlyMap<string, number>): Promise<void> {
  const known = (await allBundles(db)).filter(({ state }) => state === 'own');
  const keys = new Set(Array.from(gone.keys(), ownKey));
  const changes: { row: BundleRow }[] = [];
  for (const row of known) {
    if (!row.own.some((key) => keys.has(key))) continue;
    const touched = touchedBy(await operationsOf(db, row));
    const isGone = (id: string | undefined) => id !== undefined && (gone.get(id) ?? -1) >= row.seq;
    changes.push({ row: { ...row, own: row.own.map((key, i) => (isGone(touched[i]?.id) ? 0 : key)) } });
  }
  await changeBundles(db, changes);
}

/**
 * The pool is about to be fetched anew: what was the pool's at some number may be gone by now without a word, so it only counts as sent,
 * until all is here. Inside a transaction over `bundles` and `meta`.
 */
export async function doubtBundles(db: Database): Promise<void> {
  const known = (await allBundles(db)).filter(({ state }) => state === 'own');
  const changes = known.map((row) => ({ row: { ...row, state: 'sent' as const } }));
  await changeBundles(db, changes);
}

/** Every record that operations touch, once for each that does, in the order of `own` and `places`. */
function touchedBy(operations: readonly Operation[]): { place: number; id: string }[] {
  return operations.flatMap((operation, place) => recordsOf(operation).map(({ id }) => ({ place, id })));
}

function keysOf(operations: readonly Operation[]): Pick<BundleRow, 'own' | 'places'> {
  const touched = touchedBy(operations);
  return {
    own: Uint32Array.from(touched, ({ id }) => ownKey(id)),
    places: Uint16Array.from(touched, ({ place }) => place),
  };
}

async function deleteRows(db: Database, gone: number[]): Promise<void> {
  if (gone.length === 0) return;
  await db.bundles.bulkDelete(gone);
  await db.bundleBodies.bulkDelete(gone);
}

/** What lies in a bundle, as it is sent. */
export async function bundleBody(db: Database, { n }: BundleRow): Promise<Uint8Array<ArrayBuffer>> {
  return (await db.bundleBodies.get(n))?.body ?? encoder.encode('[]');
}

export async function operationsOf(db: Database, row: BundleRow): Promise<Operation[]> {
  return unpackOperations(await bundleBody(db, row), row.device, () => true);
}

function unpackOperations(
  body: Uint8Array<ArrayBuffer>,
  device: string,
  wanted: (place: number) => boolean,
): Operation[] {
  const compact = JSON.parse(decoder.decode(body)) as unknown[];
  return compact
    .filter((_, place) => wanted(place))
    .map((operation) => expandOperation(operation, device) as Operation);
}

/** Operations in bundles that touch one of these records. `n` orders them among all others. */
export async function bundledOperations(
  db: Database,
  ids: ReadonlySet<string>,
): Promise<{ n: number; records: string[]; own: OwnOperation }[]> {
  const bundles = await allBundles(db);
  if (bundles.length === 0) return [];
  const wanted = new Set(Array.from(ids, ownKey));
  const sorted = Uint32Array.from(wanted).sort();
  const hits = bundles.flatMap((row) => {
    if (!isNear(row, sorted)) return [];
    const places = new Map<number, Set<number>>();
    for (let i = 0; i < row.own.length; i += 1) {
      const [key, place] = [row.own[i] as number, row.places[i] as number];
      if (wanted.has(key)) places.set(place, (places.get(place) ?? new Set()).add(key));
    }
    return places.size === 0 ? [] : [{ row, places }];
  });
  if (hits.length === 0) return [];
  const bodies = await db.bundleBodies.bulkGet(hits.map(({ row }) => row.n));
  return hits.flatMap(({ row: { n, device, state, seq, now }, places }, i) => {
    const body = bodies[i]?.body;
    if (body === undefined) return [];
    const inOrder = [...places].sort(([a], [b]) => a - b);
    return unpackOperations(body, device, (place) => places.has(place)).map((operation, at) => ({
      n: n + at / 65_536,
      // Not what was forgotten since (forgetInBundles), though the operation touches it.
      records: recordsOf(operation).flatMap(({ id }) => (inOrder[at]?.[1].has(ownKey(id)) ? [id] : [])),
      own: { operation, state, seq, now },
    }));
  });
}

const ranges = new WeakMap<BundleRow, { from: number; to: number }>();

/** False where none of these keys, in order, lies between the least and the greatest of the bundle's: what is imported comes in their order. */
function isNear(row: BundleRow, sorted: Uint32Array): boolean {
  const range = ranges.get(row) ?? {
    from: row.own.reduce((least, key) => Math.min(least, key), 0xffffffff),
    to: row.own.reduce((greatest, key) => Math.max(greatest, key), 0),
  };
  ranges.set(row, range);
  const first = sorted.find((key) => key >= range.from);
  return first !== undefined && first <= range.to;
}
