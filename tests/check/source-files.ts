import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Source text by path, relative to the project and with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

const TOP = ['extension', 'shared', 'worker', 'tests'];
const LEFT_OUT = new Set([
  'node_modules',
  '.output',
  '.wxt',
  '.wrangler',
  'dist',
  'out',
  'results',
  // written for packages that only `npm run bench -- sync` installs
  'peers',
  '.holdfast',
]);

/** Every TypeScript and script file of the project. */
export function readSources(project: string): Sources {
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name)) visit(path);
      } else if (/\.(tsx?|[cm]?js)$/.test(entry.name)) {
        found.set(path, readFileSync(join(project, path), 'utf8'));
      }
    }
  };
  for (const folder of TOP) visit(folder);
  return found;
}
