import * as v from 'valibot';
import { type RecordKind, recordKinds } from '../../../../shared/domain/records.ts';
import { type RecordState, rowSchema } from '../../../../shared/sync/row.ts';
import type { Store } from '../storage/store.ts';

export type Held = { kind: RecordKind; gone: boolean; state: RecordState };

export type Reading = { get(id: string): Held | null };

/** The pool's rows as one transaction sees them: read once, written together. */
export type Pool = Reading & {
  /** Reads these rows in as few statements as fit, where they are going to be asked for. */
  prefetch(ids: Iterable<string>): void;
  put(id: string, held: Held): void;
  /** Numbers the rows that were put since the last time, in that order, and writes them in as few statements as fit. */
  flush(): void;
  /** The sequence number of the newest row that was written. */
  seq(): number;
};

const stateSchema = v.pick(rowSchema, ['fields', 'sets', 'fact', 'decided']);
const recRow = v.object({
  id: v.string(),
  kind: v.picklist(recordKinds),
  gone: v.number(),
  data: v.string(),
});

export function openPool(store: Store, startSeq: number): Pool {
  let seq = startSeq;
  const known = new Map<string, Held | null>();
  const dirty = new Set<string>();
  const pool: Pool = {
    prefetch: (ids) => {
      const wanted = [...ids].filter((id) => !known.has(id));
      if (wanted.length === 0) return;
      for (const id of wanted) known.set(id, null);
      for (let at = 0; at < wanted.length; at += batchIds) {
        const ids = JSON.stringify(wanted.slice(at, at + batchIds));
        for (const { id, kind, gone, data } of store.read(recRow, readRows, ids)) {
          known.set(id, { kind, gone: gone === 1, state: v.parse(stateSchema, JSON.parse(data)) });
        }
      }
    },
    get: (id) => {
      const held = known.get(id);
      if (held !== undefined) return held;
      pool.prefetch([id]);
      return known.get(id) ?? null;
    },
    put: (id, held) => {
      known.set(id, held);
      dirty.add(id);
    },
    flush: () => {
      if (dirty.size === 0) return;
      let batch: string[] = [];
      let size = 0;
      for (const id of dirty) {
        const held = known.get(id);
        if (!held) continue;
        const row = JSON.stringify(storedForm(id, held, ++seq));
        if (size + row.length > batchLength && batch.length > 0) {
          store.write(writeRows, `[${batch.join(',')}]`);
          batch = [];
          size = 0;
        }
        batch.push(row);
        size += row.length;
      }
      dirty.clear();
      store.write(writeRows, `[${batch.join(',')}]`);
      store.write('UPDATE meta SET seq = ?', seq);
    },
    seq: () => seq,
  };
  return pool;
}

// A bound text may have 2 MB, and a character up to 3 bytes.
const batchLength = 500_000;
const batchIds = 10_000;

const readRows = 'SELECT id, kind, gone, data FROM rec WHERE id IN (SELECT value FROM json_each(?))';

// One statement for any number of rows; "WHERE true" keeps SQLite from reading ON as a join's.
const writeRows = `
  INSERT INTO rec (id, kind, seq, gone, steward, touch, data)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
  FROM json_each(?) WHERE true
  ON CONFLICT (id) DO UPDATE SET
    seq = excluded.seq, gone = excluded.gone, steward = excluded.steward, touch = excluded.touch, data = excluded.data`;

function storedForm(id: string, held: Held, seq: number): (string | number | null)[] {
  const { kind, gone, state } = held;
  const steward = kind === 'account' ? textOf(state.decided?.steward) : null;
  return [id, kind, seq, gone ? 1 : 0, steward, touchOf(held), JSON.stringify(state)];
}

function touchOf({ kind, state }: Held): string | null {
  if (kind === 'touch') return textOf(state.decided?.link);
  if (kind !== 'sighting' || typeof state.fact !== 'object' || state.fact === null) return null;
  return 'touch' in state.fact ? textOf(state.fact.touch) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Changes laid over the pool that can still be dropped: one operation, all of it or nothing. */
export type Draft = Reading & { put(id: string, held: Held): void; commit(): void };

export function openDraft(pool: Pool): Draft {
  const changed = new Map<string, Held>();
  return {
    get: (id) => changed.get(id) ?? pool.get(id),
    put: (id, held) => void changed.set(id, held),
    commit: () => {
      for (const [id, held] of changed) pool.put(id, held);
    },
  };
}
