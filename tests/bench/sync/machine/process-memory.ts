import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** Resident memory of a process in bytes, now and at its highest. Format: proc(5), /proc/pid/status. */
export function residentBytes(pid: number): { now: number; highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
  return { now: of('VmRSS'), highest: of('VmHWM') };
}

/** The process that runs a page's scripts: the one whose time grows while the page is kept busy. Chromium names none. */
export async function rendererOf(context: BrowserContext, page: Page): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('no browser behind the context');
  const session = await browser.newBrowserCDPSession();
  const renderers = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(processInfo.filter(({ type }) => type === 'renderer').map((one) => [one.id, one.cpuTime]));
  };
  const before = await renderers();
  await page.evaluate(() => bench.spin(400));
  const after = await renderers();
  await session.detach();
  const grown = [...after].map(([id, time]) => ({ id, grown: time - (before.get(id) ?? 0) }));
  return grown.sort((a, b) => b.grown - a.grown)[0]?.id ?? 0;
}

/** Bytes of all files below a folder; 0 where there is none. */
export function folderBytes(folder: string, counts: (path: string) => boolean = () => true): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && counts(path)) bytes += statSync(path).size;
  }
  return bytes;
}
