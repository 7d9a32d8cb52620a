import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['.output', '.wxt', '.wrangler', 'node_modules', 'dist']);

/**
 * SHA-256 (hex) over the names and bytes of everything that a build reads.
 *
 * @param root what `paths` are relative to
 * @param paths files and folders; what builds leave behind in them does not count
 * @param also whatever else the result depends on
 */
export function fingerprint(root: string, paths: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!LEFT_OUT.has(name)) add(join(path, name));
      return;
    }
    const bytes = readFileSync(full);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  };
  for (const path of paths) add(path);
  for (const text of also) hash.update(`${text}\0`);
  return hash.digest('hex');
}
