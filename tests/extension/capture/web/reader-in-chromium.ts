import { build } from 'esbuild';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { findChromium } from '../../../tools/find-chromium.ts';

/** Chromium with a bundled module that runs as content scripts do: in a world of its own, on a page the world may not trust. */
export interface ReaderInChromium {
  /**
   * Loads `html` as the answer of `url` (nothing else is reachable) and gives what `expression` says there, or resolves to; the module's
   * exports are `reader`, the page's address is `location`.
   */
  read(url: string, html: string, expression: string, type?: string): Promise<ReadThere>;
  close(): Promise<void>;
}

export interface ReadThere {
  value: unknown;
  /** Addresses that the page asked for while it was read, besides itself. */
  requests: string[];
  title: string;
}

/** Throws where there is no Chromium. `module` is a path from the project's folder. */
export async function openReader(module: string): Promise<ReaderInChromium> {
  const found = findChromium();
  if (found.kind === 'missing') throw new Error(found.why);
  const bundle = await build({
    entryPoints: [module],
    bundle: true,
    format: 'iife',
    globalName: 'reader',
    write: false,
    charset: 'utf8',
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const browser: Browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--no-pings'],
  });
  const page = await browser.newPage();
  const devtools: CDPSession = await page.context().newCDPSession(page);
  let served = { url: '', html: '', type: '' };
  let requests: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === served.url)
      return route.fulfill({ contentType: `${served.type}; charset=utf-8`, body: served.html });
    requests.push(url);
    return route.abort();
  });
  return {
    async read(url, html, expression, type = 'text/html') {
      served = { url, html, type };
      requests = [];
      await page.goto(url, { waitUntil: 'load' });
      requests = requests.filter((asked) => !asked.endsWith('/favicon.ico'));
      const before = requests.length;
      const { frameTree } = await devtools.send('Page.getFrameTree');
      const { executionContextId } = await devtools.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
        worldName: 'reader',
      });
      const answer = await devtools.send('Runtime.evaluate', {
        expression: `${code};(async () => JSON.stringify({ value: await (${expression}), title: document.title }))()`,
        awaitPromise: true,
        contextId: executionContextId,
        returnByValue: true,
      });
      if (answer.exceptionDetails) {
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      }
      const { value, title } = JSON.parse(String(answer.result.value));
      return { value, title, requests: requests.slice(before) };
    },
    close: () => browser.close(),
  };
}
