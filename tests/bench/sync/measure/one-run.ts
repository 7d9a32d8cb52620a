import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type CountingProxy, countingProxy } from '../machine/counting-proxy.ts';
import { type Chromium, openChromium } from '../machine/open-chromium.ts';
import { folderBytes, rendererOf, residentBytes } from '../machine/process-memory.ts';
import type { Pages } from '../machine/serve-pages.ts';
import type { Subject, SubjectServer } from '../subjects/subject.ts';
import { type ChangeSamples, changeFromAToB } from './one-change.ts';
import { within } from './within.ts';

export type RunOptions = {
  count: number;
  /** Changes from A to B after the bulk; 0 for none. */
  changes: number;
  /** Everything goes through a proxy that counts; such a run is not timed. */
  counted: boolean;
  /** A push, or a pull, that takes longer is given up. */
  patienceMs: number;
};

/** Milliseconds and bytes of one whole run: a new server, a new browser, A pushes, a fresh B pulls. */
export type Run = {
  pushMs: number;
  pullMs: number;
  /** On the wire, both clients together; null unless counted. */
  wire: { up: number; down: number } | null;
  /** The highest that the tabs' and the server's processes took. */
  memory: { a: number; b: number; server: number };
  /** What lies on the disk at the end. */
  stored: { a: number; b: number; server: number };
  changes: ChangeSamples | null;
};

/** Runs one subject once. Rejects where anything fails or takes too long; nothing of it is left running. */
export async function oneRun(
  subject: Subject,
  pages: Pages,
  options: RunOptions,
  log: (line: string) => void,
): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), `holdfast-${subject.name}-`));
  const closing: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  ];
  try {
    const server = await subject.startServer(folder);
    closing.push(server.stop);
    const proxy = options.counted ? await countingProxy(server.url) : null;
    if (proxy !== null) closing.push(async () => proxy.close());
    const chromium = await openChromium((line) => log(`${subject.name}: ${line}`));
    closing.push(chromium.close);
    return await measure({ subject, pages, server, proxy, chromium }, options);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

type Setting = {
  subject: Subject;
  pages: Pages;
  server: SubjectServer;
  proxy: CountingProxy | null;
  chromium: Chromium;
};

async function measure(setting: Setting, options: RunOptions): Promise<Run> {
  const { server, proxy, chromium } = setting;
  const { count, patienceMs } = options;
  const a = await enter(setting, 'a');
  await a.page.evaluate((options) => bench.open(options), a.options);
  const before = proxy?.bytes();
  const pushed = await within(
    patienceMs,
    a.page.evaluate((count) => bench.push(count, 1, 0), count),
  );
  const stored = await within(patienceMs, server.stored?.(count) ?? Promise.resolve(pushed.acknowledged));
  // on two machines A's work after its push would take nothing from B's pull
  await within(
    patienceMs,
    a.page.evaluate(() => bench.settle()),
  );
  const b = await enter(setting, 'b');
  const pulled = await within(
    patienceMs,
    b.page.evaluate(([options, count]) => bench.pull(options, count), [b.options, count] as const),
  );
  const after = proxy?.bytes();
  const held = await b.page.evaluate(() => bench.count());
  if (held < count) throw new Error(`${held} of ${count} records came`);
  const wanted = setting.subject.live ? options.changes : 0;
  const changes = wanted === 0 ? null : await changeFromAToB(a.page, b.page, wanted);
  const memory = {
    a: residentBytes(a.process).highest,
    b: residentBytes(b.process).highest,
    server: residentBytes(server.pid).highest,
  };
  const device = (name: string) =>
    folderBytes(chromium.profile, (path) => new RegExp(`/IndexedDB/http_${name}\\.localhost`).test(path));
  return {
    pushMs: Math.max(stored ?? Number.NaN, pushed.durable) - pushed.begun,
    pullMs: pulled.durable - pulled.begun,
    wire:
      before === undefined || after === undefined
        ? null
        : { up: after.up - before.up, down: after.down - before.down },
    memory,
    stored: { a: device('a'), b: device('b'), server: folderBytes(server.data) },
    changes,
  };
}

/** A tab at an origin of its own, as the client of this name. */
async function enter({ subject, pages, server, proxy, chromium }: Setting, name: string) {
  const page: Page = await chromium.open(pages.url(subject.name, name));
  const given = await server.client(name);
  const options = proxy === null ? given : { ...given, server: proxy.url };
  const link = given.link.replace(server.url, options.server);
  const entered = { ...options, link };
  await page.evaluate((options) => bench.prepare(options), entered);
  return { page, options: entered, process: await rendererOf(chromium.context, page) };
}
