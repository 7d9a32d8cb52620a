import { compareKeys, type Index, keyOf, keysOf, mapKey } from './disk.ts';
import type { AnyRow, MemoryTable } from './memory-table.ts';

/** A query of one of Dexie's tables: it is run when its answer is asked for. */
export class MemoryCollection {
  readonly #table: MemoryTable;
  readonly #index: Index;
  #rows: () => AnyRow[];

  constructor(table: MemoryTable, rows: () => AnyRow[], index: Index = table.layout.primary) {
    this.#table = table;
    this.#rows = rows;
    this.#index = index;
  }

  limit(most: number): this {
    return this.#then((rows) => (rows.length > most ? rows.slice(0, most) : rows));
  }
  offset(least: number): this {
    return this.#then((rows) => rows.slice(least));
  }
  reverse(): this {
    return this.#then((rows) => rows.toReversed());
  }
  distinct(): this {
    return this.#then((rows) => [...new Set(rows)]);
  }
  filter(keep: (row: AnyRow) => boolean): this {
    return this.#then((rows) => rows.filter(keep));
  }
  and(keep: (row: AnyRow) => boolean): this {
    return this.filter(keep);
  }
  until(stop: (row: AnyRow) => boolean): this {
    return this.#then((rows) => {
      const at = rows.findIndex(stop);
      return at === -1 ? rows : rows.slice(0, at);
    });
  }

  toArray(): Promise<AnyRow[]> {
    return this.#read((rows) => rows);
  }
  count(): Promise<number> {
    return this.#read((rows) => rows.length);
  }
  first(): Promise<AnyRow | undefined> {
    return this.#read((rows) => rows[0]);
  }
  last(): Promise<AnyRow | undefined> {
    return this.#read((rows) => rows.at(-1));
  }
  each(visit: (row: AnyRow) => void): Promise<void> {
    return this.#read((rows) => {
      for (const row of rows) visit(row);
    });
  }
  sortBy(name: string): Promise<AnyRow[]> {
    return this.#read((rows) => rows.toSorted((a, b) => compareKeys(a[name], b[name])));
  }
  keys(): Promise<unknown[]> {
    return this.#read((rows) => rows.flatMap((row) => keysOf(row, this.#index)));
  }
  uniqueKeys(): Promise<unknown[]> {
    return this.#read((rows) => [...new Set(rows.flatMap((row) => keysOf(row, this.#index)))]);
  }
  primaryKeys(): Promise<unknown[]> {
    return this.#read((rows) => rows.flatMap((row) => keysOf(row, this.#table.layout.primary)));
  }
  eachPrimaryKey(visit: (key: unknown) => void): Promise<void> {
    return this.#read((rows) => {
      for (const row of rows) visit(keyOf(row, this.#table.layout.primary));
    });
  }
  delete(): Promise<number> {
    const table = this.#table;
    return table.gate.access(table.name, true, () => {
      const rows = this.#rows();
      for (const row of rows) table.erase(mapKey(keyOf(row, table.layout.primary)));
      return rows.length;
    });
  }

  #then(next: (rows: AnyRow[]) => AnyRow[]): this {
    const before = this.#rows;
    this.#rows = () => next(before());
    return this;
  }

  #read<T>(answer: (rows: AnyRow[]) => T): Promise<T> {
    const table = this.#table;
    return table.gate.access(table.name, false, () => answer(this.#rows()));
  }
}
