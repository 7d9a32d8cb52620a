import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import type { Page } from 'playwright-core';
import type { PageState } from '../../../../extension/db/views.ts';
import { type OpenBrowser, openBrowser } from '../../../e2e/browser.ts';
import { PROJECT } from '../../../tools/project.ts';
import { runCommand } from '../../../tools/run-command.ts';
import type { PoolRows } from './sample-pool.ts';

export type Note = { call: string; input: unknown };
export type Shown = {
  page: Page;
  /** What the interface asked of the background so far. */
  calls(): Promise<Note[]>;
  /** From now on the background answers `call` with this. */
  answer(call: string, value: unknown): Promise<void>;
};
export type ShowOptions = {
  rows?: PoolRows;
  /** What was read of the page in front; the tab and the origin are filled in. Null: nothing was read. */
  state?: Omit<PageState, 'tab' | 'origin'> | null;
  hash?: string;
  width?: number;
  height?: number;
  dark?: boolean;
};
export type Interface = {
  dashboard(options?: ShowOptions): Promise<Shown>;
  panel(options?: ShowOptions): Promise<Shown>;
  close(): Promise<void>;
};

const here = join(PROJECT, 'tests/extension/ui/stage');

/**
 * The two pages of the extension as built, in a real Chromium, over an IndexedDB that a test has filled; in place of the
 * background, a recorder of what they ask. The capture side is left out of this build, so that nothing else writes.
 */
export async function openInterface(locale = 'en-GB'): Promise<Interface> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-ui-'));
  const [seed, recorder] = await Promise.all(['seed-in-page.ts', 'recorded-calls.ts'].map(bundled));
  const extension = await buildPages(folder);
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Mail: an offer</title><p>A page</p>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const browser = await openBrowser({ extension, locale });

  const show = async (path: string, { rows, width, height, dark }: ShowOptions): Promise<Shown> => {
    const page = await browser.context.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.setViewportSize({ width: width ?? 1100, height: height ?? 800 });
    await page.emulateMedia({ colorScheme: dark === true ? 'dark' : 'light' });
    await page.addInitScript(recorder as string);
    if (rows !== undefined) await layRows(browser, seed as string, rows);
    await page.goto(browser.extensionUrl(path));
    return {
      page,
      calls: () => page.evaluate(() => (globalThis as unknown as { recordedCalls: Note[] }).recordedCalls),
      answer: (call, value) =>
        page.evaluate(
          ([name, given]) => {
            (globalThis as unknown as { recordedAnswers: Record<string, unknown> }).recordedAnswers[name] =
              given;
          },
          [call, value] as const,
        ),
    };
  };
  return {
    dashboard: (options = {}) => show(`dashboard.html${options.hash ?? ''}`, options),
    panel: async (options = {}) => {
      const tab = await layState(browser, origin, options.state ?? null);
      return show(`sidepanel.html?tab=${tab}`, { width: 360, ...options });
    },
    close: async () => {
      await browser.close();
      site.close();
      site.closeAllConnections();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function buildPages(folder: string): Promise<string> {
  const script = `
    import { build } from 'wxt';
    await build({
      root: ${JSON.stringify(join(PROJECT, 'extension'))},
      outDir: ${JSON.stringify(folder)},
      filterEntrypoints: ['dashboard', 'sidepanel'],
    });`;
  const { ok, output } = await runCommand(process.execPath, ['--input-type=module', '-e', script], {
    env: { HOLDFAST_GRANT_LOCAL: '1', NO_COLOR: '1' },
    limitMs: 120_000,
  });
  if (!ok) throw new Error(`the pages cannot be built:\n${output}`);
  return join(folder, 'chrome-mv3-local');
}

async function bundled(file: string): Promise<string> {
  const made = await bundle({
    entryPoints: [join(here, file)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  return made.outputFiles[0]?.text ?? '';
}

async function layRows(browser: OpenBrowser, seed: string, rows: PoolRows): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('icons/16.png'));
  await page.evaluate(seed);
  await page.evaluate(
    (all) => (globalThis as unknown as { seedPool(rows: unknown): Promise<void> }).seedPool(all),
    rows as Record<string, unknown[]>,
  );
  await page.close();
}

async function layState(browser: OpenBrowser, origin: string, state: ShowOptions['state']): Promise<number> {
  const site = await browser.context.newPage();
  await site.goto(origin);
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('dashboard.html'));
  const tab = await page.evaluate(
    async ([url, read]) => {
      type Chrome = {
        tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
        storage: { session: { set(rows: object): Promise<void> } };
      };
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      const found = (await chrome.tabs.query({})).findLast((one) => one.url?.startsWith(url));
      const id = found?.id ?? -1;
      if (read !== null)
        await chrome.storage.session.set({ [`page:${id}`]: { ...read, tab: id, origin: url } });
      return id;
    },
    [origin, state ?? null] as const,
  );
  await page.close();
  return tab;
}
