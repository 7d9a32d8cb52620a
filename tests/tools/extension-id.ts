import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The id that Chromium gives an extension loaded from a folder: 32 letters from the SHA-256 of the manifest's public
 * key, or of the folder's path where there is none. Source: Chromium, `components/crx_file/id_util.cc`.
 *
 * @param folder the built extension, with its manifest.json
 */
export function extensionId(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const key =
    typeof manifest === 'object' && manifest !== null && 'key' in manifest ? manifest.key : undefined;
  const source = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.from(realpathSync(folder));
  const hex = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
