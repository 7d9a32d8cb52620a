import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultyLink } from './faulty-link.ts';
import { type BrowserStart, type KillableBrowser, startBrowser } from './killable-browser.ts';
import type { DeviceName } from './ledger.ts';
import { type DevicePool, readDevicePool } from './read-device.ts';

/** One rep's browser, which is killed and started again on its profile, with its way to the worker. */
export type Device = {
  name: DeviceName;
  link: FaultyLink;
  /** The browser as soon as one is up. Rejects once the device is closed. */
  up(): Promise<KillableBrowser>;
  /** `kill -9` of all its processes. */
  kill(): Promise<void>;
  /** The same profile again. `quota`: as in BrowserStart. */
  start(quota?: number | null): Promise<void>;
  setClock(skewMs: number): Promise<void>;
  pool(): Promise<DevicePool>;
  close(): Promise<void>;
};

type Options = Pick<BrowserStart, 'extension' | 'profile' | 'mailUrl'> & {
  name: DeviceName;
  link: FaultyLink;
};

const attempts = 3;

export async function openDevice({ name, link, ...files }: Options): Promise<Device> {
  let browser: KillableBrowser | null = null;
  let arrival = Promise.withResolvers<KillableBrowser>();
  let skewMs = 0;
  let closed = false;
  arrival.promise.catch(() => {});

  const kill = async () => {
    const killed = browser;
    if (killed === null) return;
    browser = null;
    arrival = Promise.withResolvers();
    arrival.promise.catch(() => {});
    await killed.kill();
  };
  const start = async (quota: number | null = null) => {
    for (let attempt = 1; !closed; attempt += 1) {
      try {
        const started = await startBrowser({ ...files, skewMs, quota });
        if (closed) return await started.kill();
        browser = started;
        arrival.resolve(started);
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
        await sleep(500);
      }
    }
  };
  await start();
  return {
    name,
    link,
    up: () => arrival.promise,
    kill,
    start,
    setClock: async (ms) => {
      skewMs = ms;
      await browser?.serviceWorker.setClock(ms);
    },
    pool: async () => readDevicePool((await arrival.promise).evaluate),
    close: async () => {
      closed = true;
      arrival.reject(new Error('closed'));
      await kill();
      await link.close();
    },
  };
}
