import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT } from '../tools/project.ts';

/** Where the labelled sets lie: as given, otherwise `shared/corpora` beside the project's folder; null where there is none. */
export function findCorpora(given: string | undefined): string | null {
  const folder = given === undefined ? join(PROJECT, '../shared/corpora') : resolve(given);
  return existsSync(folder) ? folder : null;
}

/** The rows of one set, or null where the folder does not have it. Throws on a line that is no JSON. */
export function readSet(folder: string, file: string): unknown[] | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
