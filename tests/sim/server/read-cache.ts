import type { SqlValue } from '../../../worker/src/workspace/storage/store.ts';

/** Answers of queries, for as long as none of the tables that they read is written. */
export type ReadCache = {
  get<T>(sql: string, values: readonly SqlValue[], read: () => T): T;
  wrote(sql: string): void;
  /** Anything may have changed. */
  forget(): void;
};

type Answer = { at: number; writes: number; answer: unknown };
type Reading = { versions: (readonly [name: string])[]; answers: Map<string, Answer> };

/** Nearly every operation begins by reading the same few rows again: most of a run's time would go into that. */
export function readCache(): ReadCache {
  const versions = new Map<string, number>();
  const readings = new Map<string, Reading>();
  const written = new Map<string, string>();
  let epoch = 0;
  let writes = 0;
  const reading = (sql: string): Reading => {
    let held = readings.get(sql);
    if (held === undefined) {
      held = { versions: tablesOf(sql).map((name) => [name] as const), answers: new Map() };
      readings.set(sql, held);
    }
    return held;
  };
  return {
    get: <T>(sql: string, values: readonly SqlValue[], read: () => T): T => {
      const { versions: tables, answers } = reading(sql);
      const key = values.length === 1 ? String(values[0]) : values.join('\u0001');
      const held = answers.get(key);
      if (held?.writes === writes) return held.answer as T;
      let at = epoch;
      for (const [name] of tables) at += versions.get(name) ?? 0;
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
      let name = written.get(sql);
      if (name === undefined) {
        name = tablesOf(sql)[0] ?? '';
        written.set(sql, name);
      }
      // A statement that names none lays tables out.
      if (name === '') epoch += 1_000_000;
      else versions.set(name, (versions.get(name) ?? 0) + 1);
    },
    forget: () => {
      writes += 1;
      epoch += 1_000_000;
    },
  };
}

/** The tables that a statement names; what is no table among them does no harm. */
function tablesOf(sql: string): string[] {
  return [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE(?! SET))\s+(\w+)|,\s*(\w+)\s+AS\b/gi)].map(
    ([, a, b]) => a ?? b ?? '',
  );
}
