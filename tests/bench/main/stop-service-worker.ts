import type { BrowserContext, CDPSession, Page } from 'playwright-core';

type Version = { versionId: string; scriptURL: string; runningStatus: string };

export type ServiceWorkerSwitch = {
  /** Stops the extension's service worker where it runs, as Chromium does with an idle one, only at any moment. */
  stop(): Promise<boolean>;
  close(): Promise<void>;
};

/** Steers the service worker of the extension that `page` belongs to, over the DevTools protocol. */
export async function serviceWorkerSwitch(context: BrowserContext, page: Page): Promise<ServiceWorkerSwitch> {
  // Node gives an address of the extension no origin.
  const origin = `${page.url().split('/').slice(0, 3).join('/')}/`;
  const session: CDPSession = await context.newCDPSession(page);
  const versions = new Map<string, Version>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions: updated }: { versions: Version[] }) => {
    for (const version of updated) {
      if (version.scriptURL.startsWith(origin)) versions.set(version.versionId, version);
    }
  });
  await session.send('ServiceWorker.enable');
  return {
    stop: async () => {
      const running = [...versions.values()].filter(({ runningStatus }) => runningStatus === 'running');
      for (const { versionId } of running) await session.send('ServiceWorker.stopWorker', { versionId });
      return running.length > 0;
    },
    close: () => session.detach(),
  };
}
