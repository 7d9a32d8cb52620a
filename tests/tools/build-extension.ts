import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from './file-lock.ts';
import { fingerprint } from './fingerprint.ts';
import { PROJECT } from './project.ts';
import { packageScript, runCommand } from './run-command.ts';

/** `chrome-local` grants the hosts of this machine and of the samples, and is otherwise the same as `chrome`. */
export type Variant = 'chrome' | 'chrome-local' | 'firefox';

export type Built = { kind: 'built'; path: string; cached: boolean } | { kind: 'failed'; why: string };

const OUTPUT = join(PROJECT, 'extension/.output');

const VARIANTS: Record<Variant, { folder: string; args: string[]; env: Record<string, string> }> = {
  chrome: { folder: 'chrome-mv3', args: [], env: {} },
  'chrome-local': { folder: 'chrome-mv3-local', args: [], env: { HOLDFAST_GRANT_LOCAL: '1' } },
  firefox: { folder: 'firefox-mv3', args: ['-b', 'firefox', '--mv3'], env: {} },
};

/** Where `buildExtension` lays a variant. */
export function builtExtension(variant: Variant): string {
  return join(OUTPUT, VARIANTS[variant].folder);
}

/** Builds one variant of the extension unless what lies there was made from the very same sources. */
export async function buildExtension(variant: Variant): Promise<Built> {
  return withFileLock(join(OUTPUT, '.lock'), async () => {
    const { args, env } = VARIANTS[variant];
    const path = builtExtension(variant);
    const stamp = `${path}.built-from`;
    const sources = ['extension', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json'];
    const print = fingerprint(PROJECT, sources, [variant]);
    if (
      existsSync(join(path, 'manifest.json')) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === print
    ) {
      return { kind: 'built', path, cached: true };
    }
    rmSync(stamp, { force: true });
    const wxt = packageScript('wxt/bin/wxt.mjs');
    const { ok, output } = await runCommand(process.execPath, [wxt, 'build', 'extension', ...args], {
      env: { HOLDFAST_GRANT_LOCAL: undefined, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      limitMs: 300_000,
    });
    if (!ok || !existsSync(join(path, 'manifest.json'))) {
      return {
        kind: 'failed',
        why: `wxt build (${variant}) failed:\n${output.trim().split('\n').slice(-40).join('\n')}`,
      };
    }
    writeFileSync(stamp, print);
    return { kind: 'built', path, cached: false };
  });
}
