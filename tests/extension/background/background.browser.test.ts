import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageState } from '../../../extension/db/views.ts';
import { serviceWorkerSwitch } from '../../bench/main/stop-service-worker.ts';
import { type CompanySites, serveCompanySites } from '../../e2e/company-sites.ts';
import { eventually } from '../../e2e/eventually.ts';
import { readStoredPool } from '../../e2e/stored-pool.ts';
import { type Device, openDevice } from './device.ts';

const html = `<!doctype html><title>Harbour Tools</title>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  name: 'Harbour Tools',
  url: 'http://harbour.example/',
  email: 'office@harbour.example',
})}</script>
<p>Write to <a href="mailto:ines.duarte@harbour.example">Ines Duarte</a>.</p>`;

let sites: CompanySites;
let device: Device;
let dashboard: Page;

/** What the background holds of the tabs, and the badge of the first. */
function shown(): Promise<{ states: PageState[]; badge: string }> {
  return dashboard.evaluate(async () => {
    type Chrome = {
      storage: { session: { get(): Promise<Record<string, unknown>> } };
      action: { getBadgeText(of: { tabId: number }): Promise<string> };
    };
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const held = Object.entries(await chrome.storage.session.get());
    const states = held.filter(([key]) => key.startsWith('page:')).map(([, state]) => state as PageState);
    const [first] = states;
    return {
      states,
      badge: first === undefined ? '' : await chrome.action.getBadgeText({ tabId: first.tab }),
    };
  });
}

beforeAll(async () => {
  sites = await serveCompanySites([
    { host: 'harbour.example', html },
    { host: 'empty.example', html: '<!doctype html><title>Nothing</title>' },
  ]);
  device = await openDevice(sites.hostRules);
  ({ dashboard } = device);
});

afterAll(async () => {
  await device?.close();
  await sites?.close();
});

describe('the background in a real browser', () => {
  it('reads nothing before the device has joined', async () => {
    const page = await device.browser.context.newPage();
    await page.goto(sites.url('harbour.example'));
    await eventually('the page was turned away', async () => {
      const { states } = await shown();
      return states.some((state) => state.attendance === 'off') ? true : undefined;
    });
    const [state] = (await shown()).states;
    expect(state).toMatchObject({ people: [], companies: [] });
    await page.close();
    await eventually('the closed tab is forgotten', async () =>
      (await shown()).states.length === 0 ? true : undefined,
    );
  });

  it('joins, suggests what a page shows, and takes it after its service worker was stopped', async () => {
    expect(await device.join()).toMatchObject({ ok: true });

    const page = await device.browser.context.newPage();
    await page.goto(sites.url('harbour.example'));
    const suggestions = await eventually('suggestions from the page', async () => {
      const { states } = await shown();
      const made = [...(states[0]?.companies ?? []), ...(states[0]?.people ?? [])].map((e) => e.suggestion);
      const ids = made.filter((id) => id !== null);
      return ids.length >= 2 ? ids : undefined;
    });
    await eventually('the badge says that somebody is new', async () =>
      (await shown()).badge === '+' ? true : undefined,
    );
    expect((await readStoredPool(dashboard)).accounts).toEqual([]);

    const worker_ = await serviceWorkerSwitch(device.browser.context, dashboard);
    await eventually('the service worker is stopped', async () =>
      (await worker_.stop()) ? true : undefined,
    );
    await worker_.close();
    expect(await device.call('take', { suggestions })).toEqual({ ok: true, value: suggestions.length });
    const pool = await eventually('all is sent', async () => {
      const held = await readStoredPool(dashboard);
      return held.outbox.length === 0 && held.accounts.length > 0 ? held : undefined;
    });
    expect(pool.accounts.map((row) => row.domains)).toEqual([['harbour.example']]);
    expect(pool.accounts[0]?.base).not.toBe(null);
    expect(pool.people.flatMap((row) => row.emails)).toContain('ines.duarte@harbour.example');
    await eventually('the badge says that the company knows them', async () =>
      (await shown()).badge === '✓' ? true : undefined,
    );

    await page.goto(sites.url('empty.example'));
    await eventually('the state follows the page', async () => {
      const { states } = await shown();
      return states[0]?.origin === 'http://empty.example' ? true : undefined;
    });
    expect((await shown()).states[0]).toMatchObject({ people: [], companies: [] });
    await page.close();
  });

  it('keeps the token out of reach of content scripts', async () => {
    const page = await device.browser.context.newPage();
    await page.goto(sites.url('empty.example'));
    const access = await (await device.browser.serviceWorker()).evaluate(async () => {
      type Chrome = {
        tabs: { query(of: object): Promise<{ id: number }[]> };
        scripting: { executeScript(of: object): Promise<{ result: unknown }[]> };
        storage: { local: { get(): Promise<Record<string, unknown>> } };
      };
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      const [tab] = await chrome.tabs.query({ url: 'http://empty.example/*' });
      const func = async () => {
        const { chrome } = globalThis as unknown as { chrome: Chrome };
        return chrome.storage.local.get().then(
          (held) => Object.keys(held),
          () => 'refused',
        );
      };
      const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func });
      return { here: Object.keys(await chrome.storage.local.get()), there: answer?.result };
    });
    expect(access.here).toContain('enrolment');
    expect(access.there).toBe('refused');
    await page.close();
  });
});
