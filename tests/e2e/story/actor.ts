import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../browser.ts';
import { eventually } from '../eventually.ts';
import { type NetworkLink, openNetworkLink } from '../network-link.ts';
import { readStoredPool, type StoredPool } from '../stored-pool.ts';

export type ActorOptions = {
  name: string;
  email: string;
  extension: string;
  profile: string;
  timezone: string;
  hostRules: readonly string[];
  worker: { port: number };
  /** Further switches for Chromium. */
  args?: readonly string[];
};

/** One person of the story: a browser of their own with the extension, and their own way to the worker. */
export type Actor = {
  name: string;
  email: string;
  link: NetworkLink;
  browser: OpenBrowser;
  /** The dashboard in a tab, always open; also the window into this browser's IndexedDB. */
  dashboard: Page;
  pool(): Promise<StoredPool>;
  /** The panel for what `page` shows. A side panel is not among Playwright's pages, so it is its page in a tab. */
  panelFor(page: Page): Promise<Page>;
  /** `kill -9`, then the same profile again. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
};

export async function openActor(options: ActorOptions): Promise<Actor> {
  const link = await openNetworkLink(options.worker);
  const launch = () =>
    openBrowser({
      extension: options.extension,
      profile: options.profile,
      timezone: options.timezone,
      locale: 'en-GB',
      hostRules: options.hostRules,
      args: options.args ?? [],
    });
  const openDashboard = async (browser: OpenBrowser) => {
    await browser.serviceWorker();
    const page = await browser.context.newPage();
    await page.goto(browser.extensionUrl('dashboard.html'));
    return page;
  };
  const browser = await launch();
  const actor: Actor = {
    name: options.name,
    email: options.email,
    link,
    browser,
    dashboard: await openDashboard(browser),
    pool: () => readStoredPool(actor.dashboard),
    panelFor: async (page) => {
      const tab = await tabOf(actor, page);
      const panel = await actor.browser.context.newPage();
      await panel.setViewportSize({ width: 400, height: 820 });
      await panel.goto(actor.browser.extensionUrl(`sidepanel.html?tab=${tab}`));
      return panel;
    },
    killAndRestart: async () => {
      await actor.browser.kill();
      await actor.browser.close();
      actor.browser = await launch();
      actor.dashboard = await openDashboard(actor.browser);
    },
    close: async () => {
      await actor.browser.close();
      await link.close();
    },
  };
  return actor;
}

/** Chromium's number for the tab that shows `page`, asked through the extension as the panel would. */
function tabOf(actor: Actor, page: Page): Promise<number> {
  const url = page.url();
  return eventually(`the tab of ${url}`, () =>
    actor.dashboard.evaluate(async (wanted) => {
      type Tabs = { query(q: object): Promise<{ id?: number; url?: string }[]> };
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      return (await tabs.query({})).find((tab) => tab.url === wanted)?.id ?? null;
    }, url),
  );
}
