import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SetScore } from './score/set-score.ts';

/** The scores of all labelled sets, by their file's name. */
export async function scoreSets(): Promise<Map<string, SetScore>> {
  const folder = join(import.meta.dirname, 'score');
  const sets = new Map<string, SetScore>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ts')) continue;
    const { score }: { score?: SetScore } = await import(join(folder, file));
    if (score !== undefined) sets.set(file.slice(0, -3), score);
  }
  return sets;
}
