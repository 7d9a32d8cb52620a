import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { scriptFor } from '../../../extension/background/content-registration.ts';
import type { ReadPage } from '../../../extension/background/page-handlers.ts';
import { contentScripts } from '../../../extension/capture/content-scripts.ts';
import { interpretReading } from '../../../extension/reading/interpret-reading.ts';
import type { PageReading } from '../../../shared/capture/page-reading.ts';
import { openWorld } from './content-world.ts';
import type { PageRead, PageSource, Scripts } from './open-page-reader.ts';
import { servePage } from './serve-page.ts';
import { beginTrace } from './trace.ts';
import { scriptTimes } from './trace-times.ts';

/** Where a page lies whose row does not say it. */
const MADE_UP = 'http://page.example/';
/** `document_idle` comes with the load event, or this long after DOMContentLoaded where that takes longer. */
const IDLE_AFTER_MS = 200;
/** The scripts look for a mailbox for 4 s, and say nothing where they find no page of their kind. */
const SILENCE_MS = 5500;
/** A webmail's script asks the site for 10 s at most, and waits as long for the view to be drawn. */
const READING_MS = 25_000;
/** For what the script does once its words are acknowledged. */
const AFTERMATH_MS = 20;

/** `readPage`: the shipped document that reads ordinary pages. */
export type Reading = { browser: Browser; readPage: ReadPage };

/** Reads one page in a tab of its own. Rejects where the tab crashes, hangs, or its script says what the background refuses. */
export async function readInTab(reading: Reading, scripts: Scripts, page: PageSource): Promise<PageRead> {
  const context = await reading.browser.newContext();
  try {
    return await readIn(reading, context, scripts, page);
  } finally {
    await context.close();
  }
}

async function readIn(
  { browser, readPage }: Reading,
  context: BrowserContext,
  scripts: Scripts,
  page: PageSource,
): Promise<PageRead> {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const broken = Promise.withResolvers<never>();
  tab.on('crash', () => broken.reject(new Error('the tab crashed')));
  const captured = Promise.withResolvers<() => Promise<PageReading | null>>();
  const attended = Promise.withResolvers<void>();
  const world = await openWorld(session, {
    attended: () => attended.resolve(),
    captured: (reading) => captured.resolve(async () => reading),
    handedOver: (snapshot, policy) => captured.resolve(() => readPage(snapshot, policy)),
    refused: (why) => broken.reject(new Error(`the background refuses what was read: ${why}`)),
    foundWebmail: () => world.run(sourceOf(scripts, 'read-mail.js')),
  });

  const read = async (): Promise<PageRead> => {
    const url = addressOf(page.url);
    const script = scriptFor(contentScripts, url, []);
    const source = script === undefined ? '' : sourceOf(scripts, script.js[0] ?? '');
    const isFirst = script?.runAt === 'document_start';
    await servePage(session, url, page.html);
    if (isFirst) await world.runFirst(source);
    const early = isFirst ? await beginTrace(browser) : null;
    const idle = untilIdle(session);
    await session.send('Page.navigate', { url });
    await idle;
    if (!isFirst) await world.open();
    const trace = early ?? (await beginTrace(browser));
    if (!isFirst) await world.run(source);
    await Promise.race([attended.promise, after(SILENCE_MS)]);
    const isAttended = await Promise.race([attended.promise.then(() => true), after(0).then(() => false)]);
    const said = isAttended ? await Promise.race([captured.promise, after(READING_MS)]) : undefined;
    if (said !== undefined) await after(AFTERMATH_MS);
    const times = scriptTimes(await trace.end());
    const reading = await said?.();
    return reading == null
      ? { kind: 'nothing', times }
      : { kind: 'read', reading: interpretReading(reading), times };
  };
  return Promise.race([read(), broken.promise]);
}

function addressOf(url: string): string {
  const given = URL.parse(url.trim()) ?? URL.parse(`http://${url.trim()}`);
  return given !== null && /^https?:$/.test(given.protocol) && given.hostname !== '' ? given.href : MADE_UP;
}

function sourceOf(scripts: Scripts, file: string): string {
  return `${scripts.get(file) ?? ''}\n//# sourceURL=holdfast-lab/${file}`;
}

/** Resolves when content scripts that wait for `document_idle` would begin. */
function untilIdle(session: CDPSession): Promise<void> {
  return new Promise((resolve) => {
    session.once('Page.loadEventFired', () => resolve());
    session.once('Page.domContentEventFired', () => setTimeout(resolve, IDLE_AFTER_MS));
  });
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
