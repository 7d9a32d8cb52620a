import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import type { ReadPage } from '../../../extension/background/page-handlers.ts';
import type { ReadRequest } from '../../../extension/rpc/read-request.ts';
import { pageReading } from '../../../shared/capture/page-reading.ts';

const origin = 'https://holdfast.example';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

type Listener = (request: unknown, sender: unknown, answer: (reading: unknown) => void) => boolean;
declare global {
  var holdfastListener: Listener;
}

/** As much of `chrome.runtime` as the document asks for; it must never close, as it does where it idles. */
const runtime = `globalThis.chrome = { runtime: { id: 'holdfast', onMessage: { addListener(one) { globalThis.holdfastListener = one; } } } };
globalThis.close = () => {};`;

/**
 * The built extension's document that reads pages, in a page of its own of this browser, apart from the pages that are read. Rejects where what it says is
 * not what the background takes.
 */
export async function openOffPage(browser: Browser, built: string): Promise<ReadPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) return route.abort();
    const body = await readFile(join(built, url.pathname)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ body, contentType: types[extname(url.pathname)] ?? 'text/plain' });
  });
  await page.addInitScript(runtime);
  await page.goto(`${origin}/offscreen.html`);
  return async (snapshot, policy) => {
    const request: ReadRequest = { kind: 'read-snapshot', snapshot, policy };
    const answer = await page.evaluate(
      (asked) =>
        new Promise<unknown>((resolve, reject) => {
          const taken = globalThis.holdfastListener(asked, { id: 'holdfast' }, resolve);
          if (!taken) reject(new Error('the reading document refuses the request'));
        }),
      request,
    );
    // messages carry JSON
    return v.parse(pageReading, JSON.parse(JSON.stringify(answer)));
  };
}
