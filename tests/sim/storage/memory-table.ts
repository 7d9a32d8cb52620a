import { compareKeys, type Key, keyOf, type Layout, mapKey, named } from './disk.ts';
import { MemoryCollection } from './memory-collection.ts';
import type { Gate } from './memory-database.ts';
import { WhereClause } from './where-clause.ts';

export type AnyRow = Record<string, unknown>;

/** One of Dexie's tables over plain maps. Rows are kept as they are given: the code under test never changes one in place. */
export class MemoryTable {
  readonly name: string;
  readonly layout: Layout;
  readonly gate: Gate;
  readonly rows: Map<Key, AnyRow>;

  constructor(gate: Gate, name: string, layout: Layout) {
    this.gate = gate;
    this.name = name;
    this.layout = layout;
    this.rows = gate.disk.tables.get(name) as Map<Key, AnyRow>;
  }

  /** Rows by their primary key. */
  sorted(): AnyRow[] {
    const rows = [...this.rows.values()];
    const { primary } = this.layout;
    return rows.length < 2 ? rows : rows.sort((a, b) => compareKeys(keyOf(a, primary), keyOf(b, primary)));
  }

  get(key: unknown): Promise<AnyRow | undefined> {
    return this.gate.access(this.name, false, () => this.rows.get(mapKey(key)));
  }

  bulkGet(keys: readonly unknown[]): Promise<(AnyRow | undefined)[]> {
    return this.gate.access(this.name, false, () => keys.map((key) => this.rows.get(mapKey(key))));
  }

  put(row: AnyRow): Promise<unknown> {
    return this.gate.access(this.name, true, () => this.#write(row, false));
  }

  add(row: AnyRow): Promise<unknown> {
    return this.gate.access(this.name, true, () => this.#write(row, true));
  }

  bulkPut(rows: readonly AnyRow[]): Promise<unknown> {
    return this.gate.access(this.name, true, () => rows.map((row) => this.#write(row, false)).at(-1));
  }

  bulkAdd(rows: readonly AnyRow[]): Promise<unknown> {
    return this.gate.access(this.name, true, () => rows.map((row) => this.#write(row, true)).at(-1));
  }

  update(key: unknown, changes: AnyRow): Promise<number> {
    return this.gate.access(this.name, true, () => {
      const held = this.rows.get(mapKey(key));
      if (held === undefined) return 0;
      this.#write({ ...held, ...changes }, false);
      return 1;
    });
  }

  bulkUpdate(updates: readonly { key: unknown; changes: AnyRow }[]): Promise<number> {
    return this.gate.access(this.name, true, () => {
      const held = updates.filter(({ key }) => this.rows.has(mapKey(key)));
      for (const { key, changes } of held) this.#write({ ...this.rows.get(mapKey(key)), ...changes }, false);
      return held.length;
    });
  }

  delete(key: unknown): Promise<void> {
    return this.gate.access(this.name, true, () => this.erase(mapKey(key)));
  }

  bulkDelete(keys: readonly unknown[]): Promise<void> {
    return this.gate.access(this.name, true, () => {
      for (const key of keys) this.erase(mapKey(key));
    });
  }

  clear(): Promise<void> {
    return this.gate.access(this.name, true, () => {
      for (const key of [...this.rows.keys()]) this.erase(key);
    });
  }

  where(index: string | Record<string, unknown>): WhereClause | MemoryCollection {
    if (typeof index === 'string') return new WhereClause(this, this.indexNamed(index));
    const parts = Object.entries(index);
    return this.toCollection().filter((row) =>
      parts.every(([name, value]) => compareKeys(row[name], value) === 0),
    );
  }

  orderBy(index: string): MemoryCollection {
    return new WhereClause(this, this.indexNamed(index)).matching(() => true);
  }

  toCollection(): MemoryCollection {
    return new MemoryCollection(this, () => this.sorted());
  }

  toArray(): Promise<AnyRow[]> {
    return this.toCollection().toArray();
  }
  count(): Promise<number> {
    return this.gate.access(this.name, false, () => this.rows.size);
  }
  each(visit: (row: AnyRow) => void): Promise<void> {
    return this.toCollection().each(visit);
  }
  limit(most: number): MemoryCollection {
    return this.toCollection().limit(most);
  }
  offset(least: number): MemoryCollection {
    return this.toCollection().offset(least);
  }
  reverse(): MemoryCollection {
    return this.toCollection().reverse();
  }
  filter(keep: (row: AnyRow) => boolean): MemoryCollection {
    return this.toCollection().filter(keep);
  }

  indexNamed(name: string) {
    const index = name === ':id' ? this.layout.primary : this.layout.indexes.get(name);
    if (index === undefined) throw named('SchemaError', `${this.name} has no index ${name}`);
    return index;
  }

  erase(key: Key): void {
    this.gate.deleting(this.rows, key);
    this.rows.delete(key);
  }

  #write(given: AnyRow, fresh: boolean): unknown {
    const { primary, unique } = this.layout;
    const [part = ''] = primary.parts;
    const row =
      primary.auto && given[part] === undefined ? { ...given, [part]: this.gate.nextKey(this.name) } : given;
    const own = keyOf(row, primary);
    const key = mapKey(own);
    if (fresh && this.rows.has(key)) throw named('ConstraintError', `${this.name} has the key ${key}`);
    for (const index of unique) {
      const value = keyOf(row, index);
      for (const [other, held] of this.rows) {
        if (other !== key && value !== undefined && compareKeys(keyOf(held, index), value) === 0) {
          throw named('ConstraintError', `${this.name}.${index.name} holds ${String(value)} already`);
        }
      }
    }
    this.gate.changing(this.rows, key);
    this.rows.set(key, row);
    return own;
  }
}
