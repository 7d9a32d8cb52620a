import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { bindChild } from '../tools/bind-child.ts';
import { ensureChromium } from '../tools/ensure-chromium.ts';
import { extensionId } from '../tools/extension-id.ts';
import { openTabsOnceLoaded } from './devtools-pipe.ts';

export type Chromium = { kind: 'opened'; ended: Promise<void> } | { kind: 'none'; why: string };

/** Whether a window could be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * Opens a Chromium window with the extension, on a profile of its own; installs Debian's Chromium where it may. The
 * window closes when `signal` aborts, and when this process dies.
 *
 * @param pages what to show, a tab each, the last in front; paths without a scheme are the extension's own
 */
export async function openChromium(
  extension: string,
  profile: string,
  pages: readonly string[],
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<Chromium> {
  const found = await ensureChromium(signal, log);
  if (found.kind === 'missing') return { kind: 'none', why: found.why };
  await mkdir(profile, { recursive: true });
  const root = process.getuid?.() === 0;
  const child = spawn(
    found.path,
    [
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium refuses to run its sandbox as root
      ...(root ? ['--no-sandbox', '--test-type'] : []),
      '--remote-debugging-pipe',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const origin = `chrome-extension://${extensionId(extension)}/`;
  const urls = pages.map((page) => (page.includes('://') ? page : `${origin}${page}`));
  openTabsOnceLoaded(child, origin, urls);
  return { kind: 'opened', ended: bindChild(child, signal) };
}
