import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageState } from '../../extension/db/views.ts';
import { createWorkspace } from '../../worker/local/create-workspace.ts';
import { startWorker } from '../../worker/local/start-worker.ts';
import { buildExtension, type Variant } from '../tools/build-extension.ts';
import { companyPage } from './company-pages.ts';
import { type CompanySites, serveCompanySites } from './company-sites.ts';
import { eventually } from './eventually.ts';
import { type Actor, openActor } from './story/actor.ts';
import { openDiary } from './story/diary.ts';
import { joinInPanel } from './story/hands.ts';

const site = companyPage({
  host: 'www.harbourline.example',
  name: 'Harbourline Logistics',
  person: {
    name: 'Fiona Ashcroft',
    email: 'fiona.ashcroft@harbourline.example',
    title: 'Head of Procurement',
  },
});
const disposers: (() => Promise<unknown>)[] = [];
let sites: CompanySites;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-one-key-'));
  sites = await serveCompanySites([site]);
  disposers.push(sites.close, () => rm(folder, { recursive: true, force: true }));
});
afterAll(async () => {
  for (const dispose of disposers.reverse()) await dispose();
});

/** A browser with this build that has joined a fresh workspace. */
async function joined(variant: Variant): Promise<Actor> {
  const built = await buildExtension(variant);
  if (built.kind === 'failed') throw new Error(built.why);
  const worker = await startWorker({ dataDir: join(folder, `worker-${variant}`) });
  disposers.push(() => worker.stop());
  const { invitation } = await createWorkspace(worker, {
    name: 'Tidewater Tools',
    slug: 'tidewater',
    ownDomains: ['tidewater.test'],
    admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
  });
  const actor = await openActor({
    name: 'Vera Novak',
    email: 'vera.novak@tidewater.test',
    extension: built.path,
    profile: join(folder, `profile-${variant}`),
    timezone: 'Europe/Prague',
    hostRules: sites.hostRules,
    worker: { port: Number(new URL(worker.url).port) },
    // DevTools may press the toolbar's button, which grants activeTab as a person's click does.
    args: ['--enable-unsafe-extension-debugging'],
  });
  disposers.push(actor.close);
  await joinInPanel(actor, invitation, await diary());
  return actor;
}

async function diary() {
  const kept = await openDiary(null);
  kept.begin('one key');
  return kept;
}

function pageStates(extensionPage: Page): Promise<PageState[]> {
  return extensionPage.evaluate(async () => {
    type Session = { get(): Promise<Record<string, PageState>> };
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: Session } } }).chrome;
    const states = Object.entries(await storage.session.get()).filter(([key]) => key.startsWith('page:'));
    return states.map(([, state]) => state);
  });
}

async function pressToolbarButton(actor: Actor, url: string): Promise<void> {
  const session = await actor.browser.context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no DevTools session');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const targetId = targetInfos.find((target) => target.url === url)?.targetId;
  // Playwright's types do not know this domain yet.
  const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: actor.browser.extensionId, targetId });
  await session.detach();
}

const named = (states: PageState[]) =>
  states.flatMap((state) => state.people.map(({ seen }) => seen.emails?.[0]));

test('where a site is not granted nothing is read, until one key asks for this page', async () => {
  const actor = await joined('chrome');
  const page = await actor.browser.context.newPage();
  await page.goto(sites.url(site.host));
  await page.waitForTimeout(500);
  expect(named(await pageStates(actor.dashboard))).toEqual([]);
  await pressToolbarButton(actor, page.url());
  await eventually('the person on the page', async () =>
    named(await pageStates(actor.dashboard)).includes('fiona.ashcroft@harbourline.example'),
  );
  const pool = await actor.pool();
  expect([pool.people.length, pool.outbox.length]).toEqual([0, 0]);
});

test('where a site is granted the panel answers by itself, and a page alone records nothing', async () => {
  const actor = await joined('chrome-local');
  const page = await actor.browser.context.newPage();
  await page.goto(sites.url(site.host));
  await eventually('the person on the page', async () =>
    named(await pageStates(actor.dashboard)).includes('fiona.ashcroft@harbourline.example'),
  );
  const pool = await actor.pool();
  expect([pool.people.length, pool.outbox.length]).toEqual([0, 0]);
});
