import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { extensionId } from '../tools/extension-id.ts';
import { findChromium } from '../tools/find-chromium.ts';
import { type BackgroundLine, openLine } from './background-line.ts';
import { type DevTools, type Evaluate, evaluateIn, openDevTools } from './devtools.ts';
import { type ServiceWorker, watchServiceWorker } from './service-worker.ts';

export type BrowserStart = {
  extension: string;
  profile: string;
  /** An ordinary page that the extension is granted, to capture from. */
  mailUrl: string;
  /** The extension's clock minus the machine's, milliseconds. */
  skewMs: number;
  /** Bytes that the extension's storage may take in all; set before its first transaction, since Chromium goes by what it once found. */
  quota: number | null;
};

export type KillableBrowser = {
  /** Captures: from the content script's world of the mail's page. */
  page: BackgroundLine;
  /** Edits and the like: from a page of the extension. */
  panel: BackgroundLine;
  /** In a page of the extension. */
  evaluate: Evaluate;
  serviceWorker: ServiceWorker;
  setQuota(bytes: number | null): Promise<void>;
  /** As "clear site data" does. */
  clearDatabase(): Promise<void>;
  /** SIGKILL to the whole process group; resolves when its main process is gone. */
  kill(): Promise<void>;
};

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--mute-audio',
  '--no-pings',
  '--password-store=basic',
];

/** Starts Chromium on a profile, in a process group of its own; it ends when our end of its pipe closes. Rejects where it does not come up. */
export async function startBrowser(start: BrowserStart): Promise<KillableBrowser> {
  const found = findChromium();
  if (found.kind === 'missing') throw new Error(found.why);
  const { extension, profile } = start;
  const loaded = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const child = spawn(found.path, [...flags, `--user-data-dir=${profile}`, ...loaded], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = killer(child);
  try {
    return { ...(await open(openDevTools(child), start)), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

function killer(child: ChildProcess): () => Promise<void> {
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  return async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL');
    }
    await ended;
    // Pipes to the dead would keep Node from ending.
    for (const stream of child.stdio) stream?.destroy();
  };
}

async function open(devTools: DevTools, start: BrowserStart): Promise<Omit<KillableBrowser, 'kill'>> {
  const origin = `chrome-extension://${extensionId(start.extension)}`;
  const held = Promise.withResolvers<void>();
  if (start.quota === null) held.resolve();
  const serviceWorker = await watchServiceWorker(devTools, origin, start.skewMs, held.promise);
  // A file of the extension as a page: it may call the background, and draws nothing.
  const [panelSession, mailSession] = await Promise.all([
    openTab(devTools, `${origin}/manifest.json`),
    openTab(devTools, start.mailUrl),
  ]);
  const evaluate = evaluateIn(devTools, panelSession);
  const setQuota = async (bytes: number | null) => {
    const size = bytes === null ? {} : { quotaSize: bytes };
    await devTools.send('Storage.overrideQuotaForOrigin', { origin, ...size }, panelSession);
  };
  await reached(evaluate, `${origin}/`);
  if (start.quota !== null) await setQuota(start.quota);
  held.resolve();
  await devTools.send('ServiceWorker.enable', {}, panelSession);
  serviceWorker.stopOver(panelSession);
  const [panel, page] = await Promise.all([
    openLine(evaluate, 'interface'),
    contentScript(devTools, mailSession, origin).then((world) => openLine(world, 'page')),
  ]);
  return {
    page,
    panel,
    evaluate,
    serviceWorker,
    setQuota,
    clearDatabase: async () => {
      await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' }, panelSession);
    },
  };
}

async function openTab(devTools: DevTools, url: string): Promise<string> {
  const { targetId } = await devTools.send('Target.createTarget', { url });
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  return sessionId as string;
}

async function reached(evaluate: Evaluate, origin: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const ready = await evaluate(
      (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
      origin,
    ).catch(() => false);
    if (ready) return;
    await sleep(10);
  }
  throw new Error(`no page of ${origin} within 10 s`);
}

/** The world of the extension's content script in a tab: reloaded where the script was not registered in time. */
async function contentScript(devTools: DevTools, session: string, origin: string): Promise<Evaluate> {
  const seen = Promise.withResolvers<string>();
  devTools.on(({ method, params, sessionId }) => {
    if (method !== 'Runtime.executionContextCreated' || sessionId !== session) return;
    const { context } = params as {
      context: { uniqueId: string; origin: string; auxData: { type: string } };
    };
    if (context.auxData.type === 'isolated' && context.origin === origin) seen.resolve(context.uniqueId);
  });
  await devTools.send('Runtime.enable', {}, session);
  for (let tries = 0; tries < 8; tries += 1) {
    const world = await Promise.race([seen.promise, sleep(1500, null, { ref: false })]);
    if (world !== null) return evaluateIn(devTools, session, world);
    await devTools.send('Page.reload', {}, session);
  }
  throw new Error('the content script does not run in a page that is granted');
}
