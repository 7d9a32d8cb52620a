import { compareKeys, type Index, keyOf, keysOf } from './disk.ts';
import { MemoryCollection } from './memory-collection.ts';
import type { AnyRow, MemoryTable } from './memory-table.ts';

/** Ranges of one index, found by looking at every row: the tables of a simulated device are small. */
export class WhereClause {
  readonly #table: MemoryTable;
  readonly #index: Index;

  constructor(table: MemoryTable, index: Index) {
    this.#table = table;
    this.#index = index;
  }

  equals(value: unknown): MemoryCollection {
    return this.matching((key) => compareKeys(key, value) === 0);
  }
  notEqual(value: unknown): MemoryCollection {
    return this.matching((key) => compareKeys(key, value) !== 0);
  }
  anyOf(...values: unknown[]): MemoryCollection {
    const wanted = (values.length === 1 && Array.isArray(values[0]) ? values[0] : values) as unknown[];
    const texts = new Set(wanted);
    return this.matching(
      (key) => texts.has(key) || (Array.isArray(key) && wanted.some((one) => compareKeys(one, key) === 0)),
    );
  }
  above(value: unknown): MemoryCollection {
    return this.matching((key) => compareKeys(key, value) > 0);
  }
  aboveOrEqual(value: unknown): MemoryCollection {
    return this.matching((key) => compareKeys(key, value) >= 0);
  }
  below(value: unknown): MemoryCollection {
    return this.matching((key) => compareKeys(key, value) < 0);
  }
  belowOrEqual(value: unknown): MemoryCollection {
    return this.matching((key) => compareKeys(key, value) <= 0);
  }
  between(low: unknown, high: unknown, withLow = true, withHigh = false): MemoryCollection {
    return this.matching((key) => {
      const [a, b] = [compareKeys(key, low), compareKeys(key, high)];
      return (a > 0 || (withLow && a === 0)) && (b < 0 || (withHigh && b === 0));
    });
  }
  startsWith(text: string): MemoryCollection {
    return this.matching((key) => typeof key === 'string' && key.startsWith(text));
  }

  /** One entry for each key that fits, in order of the keys; a row of many keys comes as often as these fit. */
  matching(fits: (key: unknown) => boolean): MemoryCollection {
    return new MemoryCollection(
      this.#table,
      () => {
        const found: { key: unknown; own: unknown; row: AnyRow }[] = [];
        const { primary } = this.#table.layout;
        const take = (key: unknown, row: AnyRow) => {
          if (fits(key)) found.push({ key, own: keyOf(row, primary), row });
        };
        for (const row of this.#table.rows.values()) {
          if (this.#index.multi) for (const key of keysOf(row, this.#index)) take(key, row);
          else {
            const key = keyOf(row, this.#index);
            if (key !== undefined) take(key, row);
          }
        }
        if (found.length > 1) found.sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.own, b.own));
        return found.map(({ row }) => row);
      },
      this.#index,
    );
  }
}
