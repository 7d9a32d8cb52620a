import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceWorkerSwitch } from '../../bench/main/stop-service-worker.ts';
import { eventually } from '../../e2e/eventually.ts';
import { type Device, openDevice, type Pages, servePages } from './device.ts';

/*
 * The document in which ordinary pages are read, in the real extension in a real Chromium: it must ask for nothing that a page names
 * and run nothing of the page's, and be there whenever a page is to be read.
 */

/** Each asks for an address of its own, by element, attribute or script: `ask('x')` is the address. */
const asking = (ask: (name: string) => string) => `
<link rel="stylesheet" href="${ask('style')}"><link rel="prefetch" href="${ask('prefetch')}"><link rel="preload" as="image" href="${ask('preload')}">
<link rel="modulepreload" href="${ask('module')}"><link rel="icon" href="${ask('icon')}"><style>@import "${ask('import')}"; body { background: url("${ask('background')}") }</style>
<script src="${ask('script')}"></script><script type="module" src="${ask('script-module')}"></script>
<script>fetch("${ask('ran')}?" + location.protocol); new Image().src = "${ask('ran-image')}?" + location.protocol;</script>
<img src="${ask('img')}" srcset="${ask('srcset')} 2x" onload="fetch('${ask('onload')}')" onerror="fetch('${ask('onerror')}?' + location.protocol)">
<picture><source srcset="${ask('picture')}"><img></picture><input type="image" src="${ask('input')}"><iframe src="${ask('iframe')}"></iframe>
<iframe srcdoc="&lt;img src='${ask('srcdoc')}'&gt;"></iframe><embed src="${ask('embed')}"><object data="${ask('object')}"></object>
<video src="${ask('video')}" poster="${ask('poster')}" autoplay></video><audio src="${ask('audio')}" autoplay></audio>
<svg><image href="${ask('svg')}"/><use href="${ask('use')}#a"/></svg><div style="background:url('${ask('inline')}')">x</div>
<body background="${ask('body')}"><details open ontoggle="fetch('${ask('toggle')}?' + location.protocol)"></details>`;

/** A page that names addresses for itself, and others where a browser that runs scripts does not look. */
const hostile = `<!doctype html><title>Hostile Harbour</title>${asking((name) => `/once/${name}`)}
<noscript>${asking((name) => `/never/noscript-${name}`)}</noscript><template>${asking((name) => `/never/template-${name}`)}</template>
<p class="h-card"><a class="p-name u-email" href="mailto:ines.duarte@harbour.example">Ines Duarte</a></p>`;
const plain = `<!doctype html><title>Plain</title>
<p class="h-card"><a class="p-name u-email" href="mailto:rui.melo@harbour.example">Rui Melo</a></p>`;

let pages: Pages;
let device: Device;
let dashboard: Page;
const asked: string[] = [];

type Shown = { title: string; people: { name?: string }[]; ms?: number };
type Chrome = {
  runtime: {
    getContexts(of: object): Promise<unknown[]>;
    sendMessage(message: unknown): Promise<unknown>;
  };
  offscreen: { closeDocument(): Promise<void> };
  storage: { session: { get(): Promise<Record<string, Shown>> } };
  tabs: { query(of: object): Promise<{ id: number }[]> };
  scripting: { executeScript(of: object): Promise<{ result: unknown }[]> };
};

/** What the readers said of the tabs that are open. */
function shown(): Promise<Shown[]> {
  return dashboard.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const held = Object.entries(await chrome.storage.session.get());
    return held.filter(([key]) => key.startsWith('page:')).map(([, state]) => state);
  });
}

function readers(): Promise<number> {
  return dashboard.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length;
  });
}

async function readName(path: string, name: string): Promise<Shown> {
  const page = await device.browser.context.newPage();
  await page.goto(`${pages.origin}${path}`);
  const state = await eventually(`${name} was read`, async () =>
    (await shown()).find(({ people }) => JSON.stringify(people).includes(name)),
  );
  await page.close();
  await eventually('the tab is forgotten', async () => ((await shown()).length === 0 ? true : undefined));
  return state;
}

beforeAll(async () => {
  pages = await servePages(({ pathname, search }) => {
    asked.push(pathname + search);
    return pathname === '/hostile' ? hostile : pathname === '/plain' ? plain : null;
  });
  device = await openDevice();
  ({ dashboard } = device);
  await device.join();
});

afterAll(async () => {
  await device?.close();
  pages?.close();
});

describe('the document that reads ordinary pages', () => {
  it('is not there before a page is to be read', async () => {
    expect(await readers()).toBe(0);
  });

  it('asks for nothing that a hostile page names, and runs nothing of it', async () => {
    const state = await readName('/hostile', 'Ines Duarte');
    expect(state.title).toBe('Hostile Harbour');
    expect(state.ms).toBeGreaterThan(0);
    expect(await readers()).toBe(1);
    const again = new Set<string>();
    const twice = asked.filter((path) => path.startsWith('/once/') && again.size === again.add(path).size);
    expect(twice).toEqual([]);
    expect(asked.filter((path) => path.startsWith('/never/'))).toEqual([]);
    expect(asked.filter((path) => path.includes('extension:'))).toEqual([]);
    // the page itself was served by the same server, which would have seen it
    expect(asked).toContain('/once/ran?http:');
  });

  it('is made again where it has died, and once where several pages come at a time', async () => {
    await dashboard.evaluate(() =>
      (globalThis as unknown as { chrome: Chrome }).chrome.offscreen.closeDocument(),
    );
    expect(await readers()).toBe(0);
    await Promise.all([1, 2, 3].map((i) => readName(`/plain?${i}`, 'Rui Melo')));
    expect(await readers()).toBe(1);
  });

  it('serves the next service worker too', async () => {
    const stopping = await serviceWorkerSwitch(device.browser.context, dashboard);
    await eventually('the service worker is stopped', async () =>
      (await stopping.stop()) ? true : undefined,
    );
    await stopping.close();
    await readName('/plain', 'Rui Melo');
    expect(await readers()).toBe(1);
  });

  it('does not answer a page’s process', async () => {
    const page = await device.browser.context.newPage();
    await page.goto(`${pages.origin}/plain`);
    const answer = await dashboard.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      const [tab] = await chrome.tabs.query({ url });
      const func = async () => {
        const { chrome } = globalThis as unknown as { chrome: Chrome };
        const snapshot = { url: 'https://a.example/', html: '', form: 'html', cut: false, ms: 0 };
        const policy = { ownDomains: [], neverAddresses: [], neverDomains: [] };
        const message = { kind: 'read-snapshot', snapshot, policy };
        return chrome.runtime.sendMessage(message).then((read) => read ?? 'nothing', String);
      };
      const [said] = await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func });
      return said?.result;
    }, `${pages.origin}/plain*`);
    expect(answer).toBe('nothing');
    await page.close();
  });
});
