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
export type ReadState = Omit<PageState, 'tab' | 'origin'> & { origin?: string };
export type ShowOptions = {
  rows?: PoolRows;
  /** What was read of the page in front; the tab is filled in, and the origin where it is absent. Null: nothing. */
  state?: ReadState | null;
  hash?: string;
  width?: number;
  height?: number;
  dark?: boolean;
};
export type Interface = {
  dashboard(options?: ShowOptions): Promise<Shown>;
  /** `read`: what is read of the page from now on, as the background would lay it down. */
  panel(options?: ShowOptions): Promise<Shown & { read(state: ReadState): Promise<void> }>;
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
      const tab = await openSite(browser, origin);
      if (options.state != null) await layState(browser, origin, tab, options.state);
      const shown = await show(`sidepanel.html?tab=${tab}`, { width: 360, ...options });
      return { ...shown, read: (state) => layState(browser, origin, tab, state) };
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

/** Chromium's number for a fresh tab with a page of the site. */
async function openSite(browser: OpenBrowser, origin: string): Promise<number> {
  const site = await browser.context.newPage();
  await site.goto(origin);
  return inExtension(browser, origin, async (url) => {
    type Tabs = { query(q: object): Promise<{ id: number; url?: string }[]> };
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    return (await tabs.query({})).findLast((one) => one.url?.startsWith(url))?.id ?? -1;
  });
}

async function layState(browser: OpenBrowser, origin: string, tab: number, state: ReadState): Promise<void> {
  await inExtension(browser, { [`page:${tab}`]: { origin, ...state, tab } }, async (items) => {
    type Session = { set(items: object): Promise<void> };
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: Session } } }).chrome;
    await storage.session.set(items);
  });
}

async function inExtension<A, T>(
  browser: OpenBrowser,
  given: A,
  run: (given: A) => Promise<T>,
): Promise<Awaited<T>> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('icons/16.png'));
  const answer = await page.evaluate(run as never, given);
  await page.close();
  return answer as Awaited<T>;
}
