import type { Browser } from 'playwright-core';
import type { PageReading } from '../../../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../../../shared/capture/page-snapshot.ts';

/** What came of a page that was read: nothing of it may ask for anything, or throw, or change a prototype. */
export type ReadOffPage = (snapshot: PageSnapshot) => Promise<{
  reading: PageReading;
  polluted: string[];
  requests: string[];
  thrown: string[];
}>;

/** A blank page in which the shipped reader of ordinary pages runs, as in the extension's own document. */
export async function openOffPage(browser: Browser, script: string): Promise<ReadOffPage> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const thrown: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => thrown.push(String(error)));
  await page.evaluate(script);
  return async (snapshot) => {
    const read = await page.evaluate((given) => globalThis.hostileRead(given), snapshot);
    return { ...read, requests: requests.splice(0), thrown: thrown.splice(0) };
  };
}
