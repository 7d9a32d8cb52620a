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
 * A webmail whose release has changed the page of a mail beyond what the reader knows, with the mail in a frame; a second one
 * is put right again while it is open.
 */
const list = `<!doctype html><title>Inbox</title><script src="program/js/app.min.js"></script>
<span class="header-title username">jonas.weber@tidewater.test</span><p>Angebot von Fiona Ashcroft</p>`;
const changed = `<!doctype html><title>An offer</title><script>const user = 'Fiona Ashcroft';</script>
<main class="brand-new fiona"><h1 title="Offer for Jonas">Offer 4711</h1><a href="mailto:fiona@harbourline.example">Fiona</a></main>`;

let pages: Pages;
let device: Device;
let dashboard: Page;
let isMended = false;

type Chrome = {
  tabs: { query(of: object): Promise<{ id: number }[]> };
  action: { getBadgeText(of: object): Promise<string> };
};

beforeAll(async () => {
  const stored = (file: string) => readFile(join(PROJECT, 'tests/pages/roundcube', file), 'utf8');
  const preview = await stored('2026-11-22-preview.html');
  const answers = v.object({ answers: v.record(v.string(), v.string()) });
  const { answers: known } = v.parse(answers, JSON.parse(await stored('preview.expected.json')));
  pages = await servePages(({ pathname, searchParams }) => {
    const uid = searchParams.get('_uid');
    const frame = `<iframe src="./?_task=mail&_mbox=INBOX&_uid=${uid}&_action=preview&_framed=1"></iframe>`;
    const bodies: Record<string, string> = {
      list: list + (uid === null ? '' : frame),
      preview: isMended ? preview : changed,
      headers: Object.values(known)[0] ?? '',
    };
    return pathname === '/mail/' ? bodies[searchParams.get('_action') ?? 'list'] : null;
  });
  device = await openDevice();
  ({ dashboard } = device);
  await device.join();
});

afterAll(async () => {
  await device?.close();
  pages?.close();
});

async function openMail(uid: number): Promise<Page> {
  const page = await device.browser.context.newPage();
  await page.goto(`${pages.origin}/mail/?_task=mail&_uid=${uid}`);
  return page;
}

/** The panel of the tab in front of `page`, shown in a tab of its own. */
async function panelOf(page: Page): Promise<Page> {
  const tab = await tabOf(page);
  const panel = await device.browser.context.newPage();
  await panel.goto(`${device.browser.extensionUrl('sidepanel.html')}?tab=${tab}`);
  return panel;
}

function tabOf(page: Page): Promise<number> {
  return dashboard.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return (await chrome.tabs.query({ url }))[0]?.id ?? -1;
  }, page.url());
}

function badgeOf(tabId: number): Promise<string> {
  return dashboard.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return chrome.action.getBadgeText({ tabId: id });
  }, tabId);
}

describe('a webmail whose pages have changed', () => {
  it('is given up after three mails, in every tab, and its shape can be saved', async () => {
    for (const uid of [1, 2, 3]) {
      const page = await openMail(uid);
      const panel = await panelOf(page);
      await panel.getByRole('button', { name: 'Send the shape of this page' }).waitFor({ timeout: 60_000 });
      await panel.close();
      await page.close();
    }
    // the list alone, in a tab that has shown no mail
    const page = await device.browser.context.newPage();
    await page.goto(`${pages.origin}/mail/?_task=mail`);
    const panel = await panelOf(page);
    await panel.getByRole('heading', { name: 'no longer understands this webmail' }).waitFor();
    await eventually('the badge says so', async () => (await badgeOf(await tabOf(page))) !== '');
    await page.goto(`${pages.origin}/mail/?_task=mail&_uid=4`);
    await page.frameLocator('iframe').getByRole('heading').waitFor();
    await panel.getByRole('button', { name: 'Send the shape of this page' }).click();
    const file = await panel.getByLabel('Content of the file').inputValue();
    expect(file).toContain('<main class="brand-new xxxxx"><h1 title="Xxxxx xxx Xxxxx">Xxxxx 0000</h1>');
    expect(file).toContain('<a href="mailto:xxxxx@xxxxxxxxxxx.xxxxxxx">');
    expect(file).toContain(
      '<!-- frame 1: http://xxx.x.x.x/mail/?_task=mail&_mbox=INBOX&_uid=0&_action=preview&_framed=0 -->',
    );
    expect(file).not.toMatch(/fiona|ashcroft|jonas|weber|harbourline|tidewater|offer|4711/i);
    expect((await readStoredPool(dashboard)).touches).toEqual([]);
    await panel.close();
    await page.close();
  });

  it('is read again with the first mail that is understood', async () => {
    isMended = true;
    const page = await openMail(5);
    const panel = await panelOf(page);
    await eventually(
      'the mail is in the pool',
      async () => (await readStoredPool(dashboard)).touches.length > 0,
    );
    await eventually('nothing is said of it any more', async () => {
      return (await panel.getByText('no longer understands').count()) === 0;
    });
    await panel.close();
    await page.close();
  });
});
