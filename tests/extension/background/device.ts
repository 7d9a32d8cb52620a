import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createWorkspace } from '../../../worker/local/create-workspace.ts';
import { startWorker } from '../../../worker/local/start-worker.ts';
import { type OpenBrowser, openBrowser } from '../../e2e/browser.ts';
import { builtExtension } from '../../tools/build-extension.ts';

/** A real browser with the built extension and a real worker to sync with, and no workspace yet. */
export type Device = {
  browser: OpenBrowser;
  /** The extension's dashboard, in a tab. */
  dashboard: Page;
  /** One call over a port of the dashboard's own, as the interface makes it. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Opens a workspace and joins it as its admin; what the call answers. */
  join(): Promise<unknown>;
  close(): Promise<void>;
};

/** @param hostRules see `openBrowser` */
export async function openDevice(hostRules?: readonly string[]): Promise<Device> {
  const dataDir = await mkdtemp(join(tmpdir(), 'holdfast-device-'));
  const worker = await startWorker({ dataDir });
  const browser = await openBrowser({
    extension: builtExtension('chrome-local'),
    ...(hostRules !== undefined && { hostRules }),
  });
  await browser.serviceWorker();
  const dashboard = await browser.context.newPage();
  await dashboard.goto(browser.extensionUrl('dashboard.html'));
  const call = (name: string, input: unknown) => callFrom(dashboard, name, input);
  return {
    browser,
    dashboard,
    call,
    async join() {
      const { invitation } = await createWorkspace(worker, {
        name: 'Tidewater Tools',
        slug: 'tidewater',
        ownDomains: ['tidewater.test'],
        admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
      });
      return call('join', { link: invitation, deviceName: 'test' });
    },
    async close() {
      await browser.close();
      await worker.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function callFrom(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([called, value]) =>
      new Promise((answered) => {
        type Port = {
          postMessage(message: unknown): void;
          disconnect(): void;
          onMessage: { addListener(listener: (message: { value: unknown }) => void): void };
        };
        const { chrome } = globalThis as unknown as { chrome: { runtime: { connect(as: object): Port } } };
        const port = chrome.runtime.connect({ name: 'interface' });
        port.onMessage.addListener((message) => {
          port.disconnect();
          answered(message.value);
        });
        port.postMessage({ id: '1', type: 'APPLY', path: [called], argumentList: [{ type: 'RAW', value }] });
      }),
    [name, input] as const,
  );
}

export type Pages = { origin: string; close(): void };

/** Serves HTML at this machine alone; null is a 404. */
export async function servePages(htmlOf: (url: URL) => string | null | undefined): Promise<Pages> {
  const server = createServer((request, response) => {
    const html = htmlOf(new URL(request.url ?? '/', 'http://here.example')) ?? null;
    response.writeHead(html === null ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(html ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
