import { setTimeout as sleep } from 'node:timers/promises';
import { viewOf } from '../../extension/db/held-state.ts';
import { parseSegment, type SegmentKeys } from '../../extension/db/segment.ts';
import type { Held } from '../../extension/db/stored-rows.ts';
import type { RecordKind } from '../../shared/domain/records.ts';
import type { Operation } from '../../shared/protocol/operation.ts';
import type { RecordState } from '../../shared/sync/row.ts';
import type { Evaluate } from './devtools.ts';

/** A record as the device shows it. `ours`: the server has not sent it yet. */
export type ShownRecord = { kind: RecordKind; id: string; state: RecordState; ours: boolean };

export type DevicePool = {
  records: Map<string, ShownRecord>;
  /** Records that lie in segments, not unpacked yet. */
  packed: number;
  /** Own operations whose effects have not been pulled: in rows and in bundles. */
  unsettled: number;
  operations: Operation[];
  parked: { id: string; reason: string }[];
  cursor: number;
  /** What the device last noted of sync. */
  notice: unknown;
};

const tables: readonly (readonly [table: string, kind: RecordKind])[] = [
  ['accounts', 'account'],
  ['people', 'person'],
  ['affiliations', 'affiliation'],
  ['touches', 'touch'],
  ['sightings', 'sighting'],
];
const others = ['outbox', 'bundles', 'parked', 'meta', 'segments', 'segmentKeys'];

type Stored = Record<string, unknown[]>;

/** All of a device's IndexedDB, read in one transaction past the product's own queries, so that what is torn shows. */
export async function readDevicePool(evaluate: Evaluate): Promise<DevicePool> {
  const stored = await begun(() => evaluate(readStores, [...tables.map(([name]) => name), ...others]));
  const records = new Map<string, ShownRecord>();
  for (const [table, kind] of tables) {
    for (const held of (stored[table] ?? []) as Held[]) {
      records.set(held.id, { kind, id: held.id, state: viewOf(held), ours: held.base === null });
    }
  }
  const packed = packedLines(stored);
  for (const { kind, id, row } of packed) {
    if (row === null || records.has(id)) continue;
    const state = viewOf({ base: row });
    records.set(id, { kind, id, state, ours: false });
  }
  const outbox = (stored.outbox ?? []) as { operation: Operation }[];
  const bundles = (stored.bundles ?? []) as { count: number; state: string }[];
  const meta = new Map((stored.meta as { key: string; value: unknown }[]).map((row) => [row.key, row.value]));
  return {
    records,
    packed: packed.length,
    unsettled: outbox.length + bundles.reduce((sum, { count }) => sum + count, 0),
    operations: outbox.map(({ operation }) => operation),
    parked: (stored.parked ?? []) as DevicePool['parked'],
    cursor: (meta.get('cursor') as { seq: number } | undefined)?.seq ?? -1,
    notice: (meta.get('sync') as { notice: unknown } | undefined)?.notice ?? null,
  };
}

/** A database that the browser began anew is read once the extension has seen to it, which it does at its start. */
async function begun(read: () => Promise<Stored>): Promise<Stored> {
  for (let tries = 0; ; tries += 1) {
    const stored = await read();
    const keys = ((stored.meta ?? []) as { key: string }[]).map(({ key }) => key);
    if (tries === 100 || keys.includes('device-epoch') || keys.includes('revoked')) return stored;
    await sleep(100);
  }
}

function packedLines(stored: Stored) {
  const keys = new Map((stored.segmentKeys as SegmentKeys[]).map((one) => [one.n, one]));
  return (stored.segments as { n: number; text: string }[]).flatMap(({ n, text }) => {
    const lines = parseSegment({ n, body: new TextEncoder().encode(text) });
    const own = keys.get(n)?.own;
    return lines
      .filter((line, at) => line !== null && own !== undefined && own[at] !== 0)
      .map((line) => line as NonNullable<typeof line>);
  });
}

/** Runs in the browser. Bytes come as text, since only JSON crosses; stores that this version does not have are empty. */
async function readStores(names: string[]): Promise<Stored> {
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
      if (request instanceof IDBOpenDBRequest) {
        // It must never be we who make it: a new database belongs to the extension.
        request.onupgradeneeded = () => request.transaction?.abort();
      }
    });
  // Opening it would make it, and undoing that can fail whoever makes it at the same time.
  const isThere = (await indexedDB.databases()).some(({ name }) => name === 'holdfast');
  const db = isThere ? await answered(indexedDB.open('holdfast')).catch(() => null) : null;
  if (db === null) return Object.fromEntries(names.map((name) => [name, []]));
  try {
    const there = names.filter((name) => db.objectStoreNames.contains(name));
    const transaction = there.length === 0 ? null : db.transaction(there);
    const rows = await Promise.all(
      there.map((name) => answered(transaction?.objectStore(name).getAll() as IDBRequest<unknown[]>)),
    );
    const plain = rows.map((all) =>
      all.map((row) => {
        const { body, own, ...rest } = row as { body?: Uint8Array; own?: Uint32Array };
        return {
          ...rest,
          ...(body === undefined ? {} : { text: new TextDecoder().decode(body) }),
          ...(own === undefined ? {} : { own: [...own] }),
        };
      }),
    );
    return Object.fromEntries(names.map((name) => [name, plain[there.indexOf(name)] ?? []]));
  } finally {
    db.close();
  }
}
