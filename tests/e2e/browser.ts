import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { extensionId } from '../tools/extension-id.ts';
import { findChromium } from '../tools/find-chromium.ts';
import { processEnded } from '../tools/processes.ts';

export type BrowserOptions = {
  /** Folder of the built extension. */
  extension: string;
  /** Kept between runs; without it a temporary one is made, and removed by `close()`. */
  profile?: string;
  /** IANA name, for pages and the service worker alike. */
  timezone?: string;
  /** BCP 47, what pages see as the person's language. */
  locale?: string;
  /** Start without a network, as Playwright simulates it for pages. */
  offline?: boolean;
  /** As in `--host-resolver-rules`, e.g. `MAP *.example 127.0.0.1:8080`. */
  hostRules?: readonly string[];
  /** Further switches. */
  args?: readonly string[];
  /** Default: headless. */
  headless?: boolean;
};

export type OpenBrowser = {
  context: BrowserContext;
  extensionId: string;
  /** `chrome-extension://<id>/<path>` */
  extensionUrl(path: string): string;
  /** The extension's service worker, awaited for 30 s; it is started where it sleeps. */
  serviceWorker(): Promise<Worker>;
  profile: string;
  /** The browser's main process. */
  pid: number;
  /** `kill -9` of the main process; resolves when it is gone. The profile stays. */
  kill(): Promise<void>;
  /** Ends the browser in an orderly way (also after `kill()`), and removes a temporary profile. */
  close(): Promise<void>;
};

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/**
 * Opens Debian's Chromium with the extension, on a profile of its own. It dies with this process, even after `kill -9`:
 * Playwright steers it over a pipe, and Chromium ends when the pipe closes. Throws where there is no Chromium.
 */
export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  const found = findChromium();
  if (found.kind === 'missing') throw new Error(found.why);
  const extension = resolve(options.extension);
  const { locale, timezone, hostRules = [] } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'holdfast-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: options.headless ?? true,
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...QUIET,
      ...(hostRules.length > 0 ? [`--host-resolver-rules=${hostRules.join(', ')}`] : []),
      ...(locale === undefined ? [] : [`--lang=${locale}`]),
      ...(options.args ?? []),
    ],
    // Playwright's own timezone reaches pages only; the service worker has the process's.
    env: { ...process.env, ...(timezone === undefined ? {} : { TZ: timezone }) },
    ...(locale === undefined ? {} : { locale }),
    ...(options.offline === undefined ? {} : { offline: options.offline }),
  });
  const id = extensionId(extension);
  const pid = await mainProcess(context);
  const url = (path: string) => `chrome-extension://${id}/${path.replace(/^\//, '')}`;
  return {
    context,
    extensionId: id,
    extensionUrl: url,
    serviceWorker: () => awaitServiceWorker(context, url('')),
    profile,
    pid,
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      await processEnded(pid);
    },
    close: async () => {
      await context.close().catch(() => {}); // it may have been killed
      await processEnded(pid);
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function mainProcess(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright gives no browser for a persistent context');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('Chromium names no main process');
  return main.id;
}

async function awaitServiceWorker(context: BrowserContext, origin: string): Promise<Worker> {
  const running = () => context.serviceWorkers().find((worker) => worker.url().startsWith(origin));
  const deadline = Date.now() + 30_000;
  for (;;) {
    const worker = running();
    if (worker !== undefined) return worker;
    const left = deadline - Date.now();
    if (left <= 0) throw new Error(`the service worker of ${origin} did not start within 30 s`);
    await context.waitForEvent('serviceworker', { timeout: Math.min(left, 1000) }).catch(() => {});
  }
}
