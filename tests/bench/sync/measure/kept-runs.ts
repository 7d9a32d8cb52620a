import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collected } from './collect-runs.ts';

/** What was measured before the benchmark was stopped, so that hours of it need not be measured again. */
export type KeptRuns = {
  /** What there is of this size; nothing where something else was measured then. */
  load(size: number): Promise<Map<string, Collected>>;
  save(size: number, collected: ReadonlyMap<string, Collected>): Promise<void>;
  /** All has been measured: the next run begins anew. */
  drop(): Promise<void>;
};

/** `measured`: the programs that run, as they are bundled. Runs of other programs do not count. */
export function keptRuns(folder: string, measured: readonly string[]): KeptRuns {
  const key = createHash('sha256').update(JSON.stringify(measured)).digest('hex');
  const fileOf = (size: number) => join(folder, `${size}.json`);
  return {
    load: async (size) => {
      const text = await readFile(fileOf(size), 'utf8').catch(() => null);
      const kept: { key: string; collected: [string, Collected][] } | null =
        text === null ? null : JSON.parse(text);
      return new Map(kept?.key === key ? kept.collected : []);
    },
    save: async (size, collected) => {
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(size), JSON.stringify({ key, collected: [...collected] }));
    },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}
