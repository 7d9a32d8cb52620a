import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../e2e/eventually.ts';
import { readStoredPool } from '../../e2e/stored-pool.ts';
import { PROJECT } from '../../tools/project.ts';
import { type Device, openDevice, type Pages, servePages } from './device.ts';

/*
 * A webmail in a directory of a host that has ordinary pages too: its list with the mail in a frame, as Roundcube has them, around
 * a stored page of it.
 */
const mail = '?_task=mail&_mbox=INBOX&_uid=5&_action=preview&_framed=1';
const list = `<!doctype html><title>Inbox</title><script src="program/js/app.min.js"></script>
<span class="header-title username">jonas.weber@tidewater.test</span><iframe src="./${mail}"></iframe>`;
const about = `<!doctype html><title>Harbour Tools</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Harbour Tools",
"url":"http://harbour.example/","email":"office@harbour.example"}</script>`;

/** A mail in a window of its own, of which the reader knows nothing any more. */
const changed = '<!doctype html><title>An offer</title><main>From Ines</main>';

let pages: Pages;
let device: Device;
let dashboard: Page;

type Chrome = {
  tabs: { query(of: object): Promise<{ id: number }[]> };
  scripting: {
    executeScript(of: object): Promise<{ frameId: number; result: string[] }[]>;
    getRegisteredContentScripts(): Promise<Record<string, unknown>[]>;
  };
  storage: { session: { get(): Promise<Record<string, { reader?: string; companies?: unknown[] }>> } };
};

/** Which of our scripts run in the frames of the tab in front of `url`, the outer frame first. */
function running(url: string): Promise<string[][]> {
  return dashboard.evaluate(async (address) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const [tab] = await chrome.tabs.query({ url: address });
    const func = () => {
      const world = globalThis as unknown as Record<symbol, object | undefined>;
      return Object.keys(world[Symbol.for('holdfast.reading')] ?? {});
    };
    const frames = await chrome.scripting.executeScript({
      target: { tabId: tab?.id, allFrames: true },
      func,
    });
    return frames.toSorted((a, b) => a.frameId - b.frameId).map(({ result }) => result);
  }, url);
}

function registered(): Promise<Record<string, unknown>[]> {
  return dashboard.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return chrome.scripting.getRegisteredContentScripts();
  });
}

/** What the device counted of its webmails. */
function counted(): Promise<unknown[]> {
  return dashboard.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answered(indexedDB.open('holdfast'));
    const rows = await answered(db.transaction('yields').objectStore('yields').getAll());
    db.close();
    return rows;
  });
}

function readers(): Promise<(string | undefined)[]> {
  return dashboard.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const held = Object.entries(await chrome.storage.session.get());
    return held.filter(([key]) => key.startsWith('page:')).map(([, state]) => state.reader);
  });
}

beforeAll(async () => {
  const stored = (file: string) => readFile(join(PROJECT, 'tests/pages/roundcube', file), 'utf8');
  const preview = await stored('2026-11-22-preview.html');
  const answers = v.object({ answers: v.record(v.string(), v.string()) });
  const [headers] = Object.values(
    v.parse(answers, JSON.parse(await stored('preview.expected.json'))).answers,
  );
  pages = await servePages(({ pathname, searchParams }) => {
    const bodies: Record<string, string | undefined> = { preview, headers, show: changed };
    const action = searchParams.get('_action');
    if (pathname === '/about') return about;
    return pathname === '/roundcube/' ? (action === null ? list : bodies[action]) : null;
  });
  device = await openDevice();
  ({ dashboard } = device);
  await device.join();
});

afterAll(async () => {
  await device?.close();
  pages?.close();
});

describe('a webmail at a granted host', () => {
  it('is found at the first visit, and its mail is read without a reload', async () => {
    expect((await registered()).map(({ id }) => id)).not.toContain('read-mail');
    const page = await device.browser.context.newPage();
    await page.goto(`${pages.origin}/roundcube/?_task=mail`);
    const touches = await eventually('the mail is in the pool', async () => {
      const pool = await readStoredPool(dashboard);
      return pool.touches.length > 0 ? pool.touches : undefined;
    });
    expect(touches).toHaveLength(1);
    expect(await registered()).toContainEqual(
      expect.objectContaining({
        id: 'read-mail',
        js: ['read-mail.js'],
        allFrames: true,
        runAt: 'document_start',
        matches: [`${pages.origin}/roundcube/*`],
        persistAcrossSessions: true,
      }),
    );
    await page.close();
  });

  it('has its own script alone from the second visit on, in every frame', async () => {
    const page = await device.browser.context.newPage();
    await page.goto(`${pages.origin}/roundcube/?_task=mail`);
    await eventually('the webmail’s reader has spoken', async () => (await readers()).includes('roundcube'));
    expect(await running(`${pages.origin}/roundcube/*`)).toEqual([['read-mail'], ['read-mail']]);
    await page.close();
  });

  it('leaves the host’s other pages to the reader of ordinary pages', async () => {
    const page = await device.browser.context.newPage();
    await page.goto(`${pages.origin}/about?_task=mail`);
    await eventually('the page’s reader has spoken', async () => (await readers()).includes('web'));
    expect(await running(`${pages.origin}/about*`)).toEqual([['read-web']]);
    await page.close();
  });

  it('is counted: how often it was opened, each mail once, and what it could not read', async () => {
    const usual = { reader: 'roundcube', seen: 1, read: 1, partly: 0, refused: 0, opened: 2, used: 2 };
    await eventually('both visits are counted', async () => {
      const [row] = (await counted()) as { used: number }[];
      return row?.used === 2 ? true : undefined;
    });
    expect(await counted()).toMatchObject([usual]);
    const page = await device.browser.context.newPage();
    await page.goto(`${pages.origin}/roundcube/?_task=mail&_mbox=INBOX&_uid=6&_action=show`);
    await eventually('the mail is counted as refused', async () => {
      const [row] = (await counted()) as { refused: number }[];
      return row?.refused === 1 ? true : undefined;
    });
    expect(await counted()).toMatchObject([{ ...usual, seen: 2, refused: 1 }]);
    await page.close();
  });
});
