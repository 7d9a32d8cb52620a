import { type RecordKind, recordKinds } from '../../../../shared/domain/records.ts';
import type { Store } from '../storage/store.ts';
import { buriedAmong } from './graves.ts';
import { columnsOf, type Held, heldText, storedHeld } from './held.ts';
import { appendLog, type Head } from './log.ts';
import { openRowWriter, type Stored } from './row-writer.ts';

export type Reading = { get(id: string): Held | null };

/**
 * How a row came to what it now is. `change`: by `applyChange` on what was there. `first`: by its first write, decided as first
 * captures are. `other`: by anything else, which nobody can foresee from the operations alone.
 */
export type Cause = 'change' | 'first' | 'other';

/** A row as it was written last: `text` is its packed state as JSON, empty beyond `movedTexts`. `hidden` as in the table. */
export type MovedRow = {
  id: string;
  kind: RecordKind;
  gone: boolean;
  seq: number;
  text: string;
  hidden: string | null;
  cause: Cause;
};

/** The pool's rows as one transaction sees them: read once, written together. */
export type Pool = Reading & {
  /** Reads these rows in as few statements as fit, where they are going to be asked for. */
  prefetch(ids: Iterable<string>): void;
  put(id: string, held: Held, cause?: Cause): void;
  /** Who alone may see the row, as the table has it now. */
  hidden(id: string): string | null;
  /** Writes the rows that were put since the last time, so that queries find them. */
  flush(): void;
  /** Flushes, and forgets what was read: between the slices of something that moves a large part of the pool. */
  release(): void;
  /** Flushes, and writes down which rows moved with which number. Once, at the end of the transaction. */
  seal(): void;
  /** Where the pool stands with all that was flushed. */
  head(): Head;
  /** Every row that was flushed, as it is now. */
  moved(): ReadonlyMap<string, MovedRow>;
  /** Whether any of these is gone. */
  hasLost(): boolean;
};

/** Who alone may see a row, as rules/visible.ts has it. Asked when the row is written. */
export type Hide = (id: string, held: Held, reading: Reading) => string | null;

/** Rows of one number: as many as a page may be longer than was asked for, and as a device can take at once. */
const numberRows = 500;
const numberLength = 1_000_000;

/** Of more rows than this nobody is told what they say. */
export const movedTexts = 500;

type RecRow = [
  id: string,
  kind: RecordKind,
  gone: number,
  steward: string | null,
  touch: string | null,
  hidden: string | null,
  data: string,
];

/** `buries`: whether deletions were ever forgotten, so that ids may be buried. */
export type PoolOptions = { start: Head; now: number; buries: boolean; hide: Hide };

export function openPool(store: Store, { start, now, buries, hide }: PoolOptions): Pool {
  const head = { ...start };
  const known = new Map<string, Held | null>();
  const stored = new Map<string, Stored | null>();
  const dirty = new Map<string, Cause>();
  const moved = new Map<string, MovedRow>();
  // The rows of the number that is being filled; it is written down when it is full, and by `seal`.
  let ids = new Set<string>();
  let length = 0;
  let lost = false;
  const writer = openRowWriter(store, Math.floor(now / msPerDay));

  const writeDown = () => {
    if (ids.size === 0) return;
    head.entries += ids.size;
    appendLog(store, head, [...ids]);
    ids = new Set();
    length = 0;
  };

  const write = (id: string, held: Held, cause: Cause) => {
    const text = heldText(held);
    if (ids.size >= numberRows || (length > 0 && length + text.length > numberLength)) writeDown();
    if (ids.size === 0) head.seq += 1;
    ids.add(id);
    length += text.length;
    const before = stored.get(id) ?? null;
    const { kind, gone } = held;
    const { steward, touch } = columnsOf(held);
    // Nothing is restricted by its first write.
    const hidden = cause === 'first' && kind === 'account' ? null : hide(id, held, pool);
    const after = { gone, steward, touch, hidden };
    lost ||= gone;
    head.live += Number(!gone) - Number(before !== null && !before.gone);
    writer.write({ id, kind, seq: head.seq, ...after, text }, before);
    stored.set(id, after);
    const earlier = moved.get(id)?.cause ?? cause;
    moved.set(id, {
      id,
      kind,
      gone,
      seq: head.seq,
      text: moved.size < movedTexts ? text : '',
      hidden,
      cause: weaker(earlier, cause),
    });
  };

  const pool: Pool = {
    prefetch: (wanted) => {
      const missing = [...wanted].filter((id) => !known.has(id));
      if (missing.length === 0) return;
      for (const id of missing) {
        known.set(id, null);
        stored.set(id, null);
      }
      for (let at = 0; at < missing.length; at += batchIds) {
        const batch = missing.slice(at, at + batchIds);
        for (const [id, kind, gone, steward, touch, hidden, data] of readColumns(store, batch)) {
          stored.set(id, { gone: gone > 0, steward, touch, hidden });
          known.set(id, storedHeld(kind, gone > 0, data, { steward, touch }));
        }
        if (!buries) continue;
        for (const [id, kind] of buriedAmong(store, batch)) {
          if (isRecordKind(kind)) known.set(id, { kind, gone: true, state: {} });
        }
      }
    },
    get: (id) => {
      const held = known.get(id);
      if (held !== undefined) return held;
      pool.prefetch([id]);
      return known.get(id) ?? null;
    },
    hidden: (id) => {
      if (!stored.has(id)) pool.prefetch([id]);
      return stored.get(id)?.hidden ?? null;
    },
    put: (id, held, cause = 'other') => {
      if (!known.has(id)) pool.prefetch([id]);
      known.set(id, held);
      const earlier = dirty.get(id);
      dirty.set(id, earlier === undefined ? cause : weaker(earlier, cause));
    },
    flush: () => {
      if (dirty.size === 0) return;
      const due = [...dirty];
      dirty.clear();
      for (const [id, cause] of due) {
        const held = known.get(id);
        if (held) write(id, held, cause);
      }
      writer.flush();
    },
    release: () => {
      pool.flush();
      known.clear();
      stored.clear();
    },
    seal: () => {
      pool.flush();
      writeDown();
    },
    head: () => ({ ...head }),
    moved: () => moved,
    hasLost: () => lost,
  };
  return pool;
}

const batchIds = 10_000;

function readColumns(store: Store, ids: readonly string[]): RecRow[] {
  const columns = 'id, kind, gone, steward, touch, hidden, data';
  const [only] = ids;
  if (only !== undefined && ids.length === 1) {
    return store.rows<RecRow>(`SELECT ${columns} FROM rec WHERE id = ?`, only);
  }
  const sql = `SELECT ${columns} FROM rec WHERE id IN (SELECT value FROM json_each(?))`;
  return store.rows<RecRow>(sql, JSON.stringify(ids));
}

const msPerDay = 86_400_000;

const strength: readonly Cause[] = ['other', 'first', 'change'];

/** Two writes of one row: whoever would foresee both must be able to foresee each. */
function weaker(one: Cause, other: Cause): Cause {
  return strength.indexOf(one) <= strength.indexOf(other) ? one : other;
}

/** Changes laid over the pool that can still be dropped: one operation, all of it or nothing. */
export type Draft = Reading & { put(id: string, held: Held, cause: Cause): void; commit(): void };

export function openDraft(pool: Pool): Draft {
  const changed = new Map<string, { held: Held; cause: Cause }>();
  return {
    get: (id) => changed.get(id)?.held ?? pool.get(id),
    put: (id, held, cause) => {
      const earlier = changed.get(id);
      changed.set(id, { held, cause: earlier === undefined ? cause : weaker(earlier.cause, cause) });
    },
    commit: () => {
      for (const [id, { held, cause }] of changed) pool.put(id, held, cause);
    },
  };
}

const isRecordKind = (kind: string): kind is RecordKind => recordKinds.some((one) => one === kind);
