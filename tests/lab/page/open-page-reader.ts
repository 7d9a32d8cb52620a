import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { ReadPage } from '../../../extension/background/page-handlers.ts';
import { contentScripts } from '../../../extension/capture/content-scripts.ts';
import type { interpretReading } from '../../../extension/reading/interpret-reading.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { ensureChromium } from '../../tools/ensure-chromium.ts';
import { openOffPage } from './off-page.ts';
import { readInTab } from './read-in-tab.ts';
import type { ScriptTimes } from './trace-times.ts';

export type PageSource = {
  /** Where the page is said to lie; where it is no http(s) address, a made-up one stands in. */
  url: string;
  html: string;
};

/** `nothing`: the content script saw no page that it reads. `failed`: the tab hung or crashed; the next page has a new browser. */
export type PageRead =
  | { kind: 'read'; reading: Interpreted; times: ScriptTimes }
  | { kind: 'nothing'; times: ScriptTimes }
  | { kind: 'failed'; why: string };

export type Interpreted = ReturnType<typeof interpretReading>;

export type PageReader = {
  /** One page at a time. Never rejects. */
  read(page: PageSource): Promise<PageRead>;
  close(): Promise<void>;
};

/** Source of each built content script, by its file's name. */
export type Scripts = ReadonlyMap<string, string>;

const rowPatienceMs = 60_000;
const closePatienceMs = 5000;

/**
 * A real Chromium in which pages are read by the built content scripts, each in an isolated world as the browser runs them, with
 * a stand-in for the background at the other end of their port; ordinary pages go on to the built document that reads them. Nothing but
 * the page itself is reachable. Throws where the extension cannot be built or there is no Chromium.
 *
 * @param patienceMs how long one page may take, with the browser's own loading of it
 */
export async function openPageReader(signal: AbortSignal, patienceMs = rowPatienceMs): Promise<PageReader> {
  const built = await buildExtension('chrome');
  if (built.kind === 'failed') throw new Error(built.why);
  const found = await ensureChromium(signal, (line) => console.error(line));
  if (found.kind === 'missing') throw new Error(found.why);
  const scripts: Scripts = new Map(
    contentScripts
      .flatMap(({ js }) => js)
      .map((file) => [file, readFileSync(join(built.path, file), 'utf8')]),
  );
  let open: { browser: Browser; readPage: ReadPage } | null = null;
  const drop = async () => {
    const gone = open;
    open = null;
    if (gone !== null) await within(gone.browser.close(), closePatienceMs).catch(() => {});
  };
  signal.addEventListener('abort', () => void drop());
  return {
    async read(page) {
      if (signal.aborted) return { kind: 'failed', why: 'stopped' };
      try {
        open ??= await openIn(await launch(found.path), built.path);
        return await within(readInTab(open, scripts, page), patienceMs);
      } catch (error) {
        await drop();
        return {
          kind: 'failed',
          why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        };
      }
    },
    close: drop,
  };
}

async function openIn(browser: Browser, built: string): Promise<{ browser: Browser; readPage: ReadPage }> {
  return { browser, readPage: await openOffPage(browser, built) };
}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    handleSIGINT: false,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      // whatever is not served here ends at once: no name is looked up, no connection is opened
      '--proxy-server=http://127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ],
  });
}

/** Rejects where the work takes longer than `ms`. */
function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
