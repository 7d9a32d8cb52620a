import { join } from 'node:path';
import { build } from 'esbuild';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Route,
} from 'playwright-core';
import * as v from 'valibot';
import { type PageReading, pageReading } from '../../../../shared/capture/page-reading.ts';
import { pageSnapshot } from '../../../../shared/capture/page-snapshot.ts';
import { findChromium } from '../../../tools/find-chromium.ts';
import { documentOf, type HostileCase } from './hostile-case.ts';
import { openOffPage, type ReadOffPage } from './read-off-page.ts';

/** What came of a case. */
export type HostileOutcome = {
  readings: PageReading[];
  /** Readings that the background would refuse. */
  refused: string[];
  /** Throws that nobody caught in the readers' world. */
  thrown: string[];
  /** Calls of the page's own code while it was read, as far as the case marks them. */
  trips: string[];
  /** Addresses asked for while the page was read. */
  requests: string[];
  /** Prototypes or globals of the readers' world that changed. */
  polluted: string[];
};

export type HostileReader = { read(one: HostileCase): Promise<HostileOutcome>; close(): Promise<void> };

const world = 'hostile';
const usualUrl = 'https://page.example/';
/** Some pages never finish to load. */
const loadPatienceMs = 3000;
/** The readers' time is fifty times as fast: their longest patience of 10 s ends within it. Long enough for silence. */
const silenceMs = 450;
/** For a reading that must come, on a slow machine too. */
const readingMs = 20_000;
/** Lets a reading follow that a second look at the page brings. */
const restMs = 40;
const said = v.object({ capture: v.optional(v.unknown()), snapshot: v.optional(pageSnapshot) });
const texts = v.array(v.string());

/** A Chromium in which hostile pages are read, several at once, each in a tab that has forgotten the one before. Throws where there is none. */
export async function openHostileReader(): Promise<HostileReader> {
  const found = findChromium();
  if (found.kind === 'missing') throw new Error(found.why);
  const script = await bundled('page-script.ts');
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--no-pings'],
  });
  const readOffPage = await openOffPage(browser, await bundled('off-page/page-script.ts'));
  const idle: Tab[] = [];
  return {
    async read(one) {
      const tab = idle.pop() ?? (await openTab(browser));
      const outcome = await readCase(tab, { script, readOffPage }, one).catch(async (error: unknown) => {
        await tab.context.close();
        throw error;
      });
      if (await isClean(tab)) idle.push(tab);
      else await tab.context.close();
      return outcome;
    },
    close: () => browser.close(),
  };
}

type Thrown = { executionContextId?: number | undefined; said: string };
type Tab = {
  context: BrowserContext;
  page: Page;
  session: CDPSession;
  /** What the case under way wants to hear of. */
  heard: (payload: string) => void;
  threw: (thrown: Thrown) => void;
};

async function openTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const tab: Tab = { context, page, session, heard: () => {}, threw: () => {} };
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'hostileSays') tab.heard(payload);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { executionContextId, exception, text } }) =>
    tab.threw({ executionContextId, said: exception?.description ?? text }),
  );
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'hostileSays', executionContextName: world });
  return tab;
}

/** Leaves the page behind. False where it does not let go, so that the next case needs another tab. */
async function isClean(tab: Tab): Promise<boolean> {
  const { context, page } = tab;
  tab.heard = () => {};
  tab.threw = () => {};
  await page.goto('about:blank', { timeout: loadPatienceMs }).catch(() => {});
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  return page.url() === 'about:blank' && context.pages().length === 1;
}

async function readCase(
  tab: Tab,
  { script, readOffPage }: { script: string; readOffPage: ReadOffPage },
  one: HostileCase,
): Promise<HostileOutcome> {
  const { context, page, session } = tab;
  const outcome: HostileOutcome = {
    readings: [],
    refused: [],
    thrown: [],
    trips: [],
    requests: [],
    polluted: [],
  };
  const site = serve(page, one, outcome);
  await context.route('**/*', site.answer);
  const heard = listen(tab, readOffPage, outcome);
  const url = one.url ?? usualUrl;
  await page.goto(url, { waitUntil: 'load', timeout: loadPatienceMs }).catch(() => {});
  const before = (await tripsOf(page)).length;
  site.watch();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: world,
  });
  tab.threw = ({ executionContextId, said: thrown }) => {
    if (executionContextId === contextId) outcome.thrown.push(thrown);
  };
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: script, contextId });
  if (exceptionDetails) outcome.thrown.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  await Promise.race([heard, after(mustBeRead(one) ? readingMs : silenceMs)]);
  await after(restMs);
  outcome.trips = (await tripsOf(page)).slice(before);
  const end = await session.send('Runtime.evaluate', {
    expression: 'JSON.stringify(hostileEnd())',
    contextId,
    returnByValue: true,
  });
  outcome.polluted.push(...v.parse(texts, JSON.parse(String(end.result.value))));
  return outcome;
}

function mustBeRead({ finds = [], health, control = 'read' }: HostileCase): boolean {
  return control === 'read' || finds.length > 0 || health !== undefined;
}

/** Serves the case's page once, and its answers; notes what else is asked for once it is watched. */
function serve(page: Page, one: HostileCase, outcome: HostileOutcome) {
  const { origin } = new URL(one.url ?? usualUrl);
  let served = false;
  let watched = false;
  return {
    watch() {
      watched = true;
    },
    async answer(route: Route): Promise<void> {
      const request = route.request();
      const asked = new URL(request.url());
      const isNavigation = request.isNavigationRequest();
      if (watched && !isNavigation) outcome.requests.push(asked.href);
      const answer = asked.origin === origin ? one.answers?.[asked.pathname + asked.search] : undefined;
      if (answer !== undefined) return route.fulfill({ body: answer });
      if (!isNavigation || request.frame() !== page.mainFrame()) return route.abort();
      if (served) return route.abort('aborted');
      served = true;
      const contentType = one.type ?? 'text/html; charset=utf-8';
      return route.fulfill({ contentType, body: Buffer.from(documentOf(one)) });
    },
  };
}

async function tripsOf(page: Page): Promise<string[]> {
  const list = await page.evaluate('JSON.stringify(window.trips ?? [])').catch(() => '[]');
  return v.parse(texts, JSON.parse(String(list)));
}

/** Gathers what the readers' world says, ordinary pages once they are read; resolves with the first reading. */
function listen(tab: Tab, readOffPage: ReadOffPage, outcome: HostileOutcome): Promise<void> {
  return new Promise((resolve) => {
    tab.heard = async (payload) => {
      const given = v.safeParse(said, JSON.parse(payload));
      if (!given.success) {
        outcome.refused.push(v.summarize(given.issues));
        return resolve();
      }
      const { snapshot, capture } = given.output;
      const read = snapshot === undefined ? null : await readOffPage(snapshot);
      for (const kind of ['polluted', 'requests', 'thrown'] as const)
        outcome[kind].push(...(read?.[kind] ?? []));
      const parsed = v.safeParse(pageReading, read?.reading ?? capture);
      if (parsed.success) outcome.readings.push(parsed.output);
      else outcome.refused.push(v.summarize(parsed.issues));
      resolve();
    };
  });
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
