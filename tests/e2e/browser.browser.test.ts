import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { builtExtension } from '../tools/build-extension.ts';
import { listProcesses } from '../tools/processes.ts';
import { openBrowser } from './browser.ts';

const extension = builtExtension('chrome-local');
const folder = mkdtempSync(join(tmpdir(), 'holdfast-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has the extension, in the time zone and language asked for', async () => {
  const browser = await openBrowser({ extension, timezone: 'Asia/Tokyo', locale: 'de-DE' });
  const worker = await browser.serviceWorker();
  expect(worker.url()).toContain(browser.extensionId);
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(await worker.evaluate(zone)).toBe('Asia/Tokyo');
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('dashboard.html'));
  expect(
    await page.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone]),
  ).toEqual(['de-DE', 'Asia/Tokyo']);
  const { profile } = browser;
  await browser.close();
  expect(existsSync(profile)).toBe(false);
});

it('keeps a profile through a kill, and leaves no process behind', async () => {
  const profile = join(folder, 'profile');
  const first = await openBrowser({ extension, profile });
  const page = await first.context.newPage();
  await page.goto(first.extensionUrl('dashboard.html'));
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await first.close();
  const second = await openBrowser({ extension, profile });
  await second.kill();
  await second.close();
  const third = await openBrowser({ extension, profile });
  const again = await third.context.newPage();
  await again.goto(third.extensionUrl('dashboard.html'));
  expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  await third.close();
  expect(listProcesses().filter(({ command }) => command.includes(profile))).toEqual([]);
});

it('dies with what opened it', async () => {
  const profile = join(folder, 'orphaned');
  const source = `
    import { openBrowser } from '${import.meta.dirname}/browser.ts';
    await openBrowser({ extension: '${extension}', profile: '${profile}' });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((open) => parent.stdout.once('data', open));
  const alive = () => listProcesses().filter(({ command }) => command.includes(`--user-data-dir=${profile}`));
  expect(alive().length).toBeGreaterThan(0);
  parent.kill('SIGKILL');
  while (alive().length > 0) await sleep(50);
});
