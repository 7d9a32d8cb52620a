import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../tools/find-chromium.ts';

export type Chromium = {
  /** A tab at this address, whose errors are told to `log`. */
  open(url: string): Promise<Page>;
  context: BrowserContext;
  /** The profile's folder: its IndexedDB lies on the disk, as a person's does. */
  profile: string;
  close(): Promise<void>;
};

/** Chromium with a profile of its own on the disk; an incognito one would keep IndexedDB in memory. */
export async function openChromium(log: (line: string) => void): Promise<Chromium> {
  const found = findChromium();
  if (found.kind === 'missing') throw new Error(found.why);
  const profile = await mkdtemp(join(tmpdir(), 'holdfast-sync-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: true,
    handleSIGINT: false,
    args: [
      '--no-sandbox',
      // pages of one machine's servers, which know nothing of each other
      '--disable-web-security',
      '--disable-background-networking',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
    ],
  });
  return {
    context,
    profile,
    open: async (url) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => log(`page: ${error.message}`));
      page.on('console', (said) => {
        if (said.type() === 'error') log(`page: ${said.text()}`);
      });
      await page.goto(url);
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
