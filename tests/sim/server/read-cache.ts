import type { SqlValue } from '../../../worker/src/workspace/storage/store.ts';

/** Answers of queries, for as long as none of the tables that they read is written. */
export type ReadCache = {
  get<T>(sql: string, values: readonly SqlValue[], read: () => T): T;
  wrote(sql: string): void;
  /** Anything may have changed. */
  forget(): void;
};

type Answer = { at: number; writes: number; answer: unknown };
/** How often it was written. */
type Table = { version: number };
type Reading = { tables: readonly Table[]; answers: Map<string, Answer> };

/** Nearly every operation begins by reading the same few rows again: most of a run's time would go into that. */
export function readCache(): ReadCache {
  const tables = new Map<string, Table>();
  const readings = new Map<string, Reading>();
  /** Which table a statement writes; null: it lays tables out. */
  const written = new Map<string, Table | null>();
  let epoch = 0;
  let writes = 0;
  const tableNamed = (name: string): Table => {
    const table = tables.get(name) ?? { version: 0 };
    tables.set(name, table);
    return table;
  };
  const reading = (sql: string): Reading => {
    let held = readings.get(sql);
    if (held === undefined) {
      held = { tables: tablesOf(sql).map(tableNamed), answers: new Map() };
      readings.set(sql, held);
    }
    return held;
  };
  return {
    get: <T>(sql: string, values: readonly SqlValue[], read: () => T): T => {
      const { tables: named, answers } = reading(sql);
      const key = values.length === 1 ? String(values[0]) : values.join('\u0001');
      const held = answers.get(key);
      if (held?.writes === writes) return held.answer as T;
      let at = epoch;
      for (const table of named) at += table.version;
      if (held?.at === at) {
        held.writes = writes;
        return held.answer as T;
      }
      const answer = read();
      if (answers.size > 200) answers.clear();
      answers.set(key, { at, writes, answer });
      return answer;
    },
    wrote: (sql) => {
      writes += 1;
      let table = written.get(sql);
      if (table === undefined) {
        const [name] = tablesOf(sql);
        table = name === undefined ? null : tableNamed(name);
        written.set(sql, table);
      }
      if (table === null) epoch += 1_000_000;
      else table.version += 1;
    },
    forget: () => {
      writes += 1;
      epoch += 1_000_000;
      // None of them can be given again: kept on, they would be moved about by every collection of garbage.
      for (const { answers } of readings.values()) if (answers.size > 0) answers.clear();
    },
  };
}

/** The tables that a statement names; what is no table among them does no harm. */
function tablesOf(sql: string): string[] {
  return [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE(?! SET))\s+(\w+)|,\s*(\w+)\s+AS\b/gi)].map(
    ([, a, b]) => a ?? b ?? '',
  );
}
