import { migrations } from '../../../extension/db/migrations.ts';

/** What a device's storage can do wrong, from now on. */
export type StorageFault = {
  /** How many more rows fit; null: any number. */
  room: number | null;
  /** After so many more writes one fails, and its transaction with it; null: none does. */
  failIn: number | null;
};

type Row = Record<string, unknown>;
export type Key = string | number;

/** How a table finds its rows, as Dexie's notation says: `++n, &id, state, *records, [a+b]`. */
export type Layout = {
  primary: Index;
  indexes: ReadonlyMap<string, Index>;
  /** Beside the primary key. */
  unique: readonly Index[];
};
export type Index = {
  name: string;
  parts: readonly string[];
  multi: boolean;
  unique: boolean;
  auto: boolean;
};

/** What lies on a device's disk: it outlives the process. */
export type Disk = {
  layouts: ReadonlyMap<string, Layout>;
  tables: Map<string, Map<Key, Row>>;
  /** The last key given out, by table. */
  counters: Map<string, number>;
  fault: StorageFault;
};

export function createDisk(): Disk {
  const disk: Disk = { layouts, tables: new Map(), counters: new Map(), fault: { room: null, failIn: null } };
  for (const name of layouts.keys()) disk.tables.set(name, new Map());
  return disk;
}

/** What somebody outside does to it: site data cleared, or eviction. */
export function clearDisk(disk: Disk): void {
  for (const table of disk.tables.values()) table.clear();
  disk.counters.clear();
}

/** An image of the disk, as a copied profile or a restored backup has it. Rows are never changed in place. */
export function copyDisk(disk: Disk): Disk {
  const tables = new Map([...disk.tables].map(([name, rows]) => [name, new Map(rows)]));
  return { ...disk, tables, counters: new Map(disk.counters), fault: { room: null, failIn: null } };
}

/** Throws what IndexedDB would, where the disk is full or fails just now. */
export function spend(fault: StorageFault, error: (name: string, message: string) => Error): void {
  if (fault.failIn !== null) {
    fault.failIn -= 1;
    if (fault.failIn < 0) {
      fault.failIn = null;
      throw error('UnknownError', 'the disk failed');
    }
  }
  if (fault.room === null) return;
  if (fault.room <= 0) throw error('QuotaExceededError', 'the disk is full');
  fault.room -= 1;
}

export function rowsOn(disk: Disk, table: string): Row[] {
  return [...(disk.tables.get(table)?.values() ?? [])];
}

/** The key of a row or a key as the caller gives it, comparable and good for a map. */
export function mapKey(key: unknown): Key {
  if (typeof key === 'string' || typeof key === 'number') return key;
  if (Array.isArray(key)) return JSON.stringify(key);
  throw named('DataError', `not a key: ${String(key)}`);
}

export function compareKeys(a: unknown, b: unknown): number {
  if (typeof a === typeof b && (typeof a === 'string' || typeof a === 'number')) {
    return (a as Key) < (b as Key) ? -1 : (a as Key) > (b as Key) ? 1 : 0;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
      const order = compareKeys(a[i], b[i]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  // IndexedDB: numbers come before strings, strings before arrays.
  const rank = (x: unknown) => (typeof x === 'number' ? 0 : typeof x === 'string' ? 1 : 2);
  return rank(a) - rank(b);
}

/** What the row is found by under this index: none where it lacks a part, several where the index is of many entries. */
export function keysOf(row: Row, index: Index): unknown[] {
  const [only] = index.parts;
  if (index.parts.length === 1 && only !== undefined) {
    const value = row[only];
    if (index.multi) return Array.isArray(value) ? [...new Set(value)] : isKey(value) ? [value] : [];
    return isKey(value) ? [value] : [];
  }
  const values = index.parts.map((part) => row[part]);
  return values.every(isKey) ? [values] : [];
}

/** Of an index that gives a row at most one key, as a primary one does. */
export function keyOf(row: Row, index: Index): unknown {
  const [only] = index.parts;
  if (index.parts.length !== 1 || only === undefined || index.multi) return keysOf(row, index)[0];
  const value = row[only];
  return isKey(value) ? value : undefined;
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

export function named(name: string, message: string, inner?: Error): Error {
  const error = new Error(message);
  error.name = name;
  return inner === undefined ? error : Object.assign(error, { inner });
}

const layouts: ReadonlyMap<string, Layout> = newestLayouts();

/** The layout after the last migration: a step's `stores` names what it changes, null drops the table. */
function newestLayouts(): Map<string, Layout> {
  const found = new Map<string, Layout>();
  for (const { stores } of migrations) {
    for (const [table, text] of Object.entries(stores)) {
      if (text === null) found.delete(table);
      else found.set(table, layoutOf(text));
    }
  }
  return found;
}

function layoutOf(text: string): Layout {
  const [primary, ...others] = text.split(',').map((part) => indexOf(part.trim()));
  if (primary === undefined) throw new Error(`a table without a key: ${text}`);
  return {
    primary,
    indexes: new Map([primary, ...others].map((index) => [index.name, index])),
    unique: others.filter(({ unique }) => unique),
  };
}

function indexOf(text: string): Index {
  const name = text.replace(/^[+&*]+/, '');
  const parts = name.startsWith('[') ? name.slice(1, -1).split('+') : name === '' ? [] : [name];
  return {
    name,
    parts,
    multi: text.includes('*'),
    unique: text.includes('&'),
    auto: text.startsWith('++'),
  };
}
