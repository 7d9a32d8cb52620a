import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../tools/ensure-chromium.ts';
import type { Seed } from './mutate-page.ts';
import type { Fault } from './page-script.ts';

export type FuzzPlan = {
  seeds: readonly Seed[];
  /** The same seed makes the same pages, whatever the number of tabs. */
  seed: number;
  /** Chunks of `CHUNK` pages that are still to be done, by number. */
  chunks: readonly number[];
  tabs: number;
  /** Evaluated in each tab before the readers: a fault that a test plants. */
  planted?: string;
  /** How long a chunk may take, and a page by itself, in milliseconds. */
  patience?: { chunk: number; page: number };
  /** A chunk is done; `faults` are its own. */
  done(chunk: number, faults: readonly Fault[]): void;
  signal: AbortSignal;
};

/** Pages that one call into a tab goes through. */
export const CHUNK = 100;
const usualPatience = { chunk: 120_000, page: 30_000 };

/** Goes through chunks of mutated pages in several tabs. A chunk on which a tab dies or hangs is gone through page by page. */
export async function fuzzPages(plan: FuzzPlan): Promise<void> {
  const { seeds, seed, chunks, tabs, done, signal, planted = '', patience = usualPatience } = plan;
  const found = await ensureChromium(signal, (line) => console.error(line));
  if (found.kind === 'missing') throw new Error(found.why);
  const script = `${planted};${await bundled()}`;
  const waiting = [...chunks];
  const work = async () => {
    const tab = new FuzzTab(found.path, script, seeds, seed);
    for (let chunk = waiting.shift(); chunk !== undefined && !signal.aborted; chunk = waiting.shift()) {
      const from = chunk * CHUNK;
      const whole = await tab.run(from, from + CHUNK, patience.chunk);
      if (whole !== null) {
        done(chunk, whole);
        continue;
      }
      const faults: Fault[] = [];
      for (let page = from; page < from + CHUNK && !signal.aborted; page += 1) {
        const one = await tab.run(page, page + 1, patience.page);
        faults.push(...(one ?? [{ number: page, why: 'the tab hung or died', html: '' }]));
      }
      done(chunk, faults);
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
}

/** A tab with the readers in it; opened when it is needed, dropped when it does not answer. */
class FuzzTab {
  readonly #path: string;
  readonly #script: string;
  readonly #seeds: readonly Seed[];
  readonly #seed: number;
  #open: { browser: Browser; page: Page; requests: string[] } | null = null;

  constructor(path: string, script: string, seeds: readonly Seed[], seed: number) {
    this.#path = path;
    this.#script = script;
    this.#seeds = seeds;
    this.#seed = seed;
  }

  /** Null where the tab did not answer in time. */
  async run(from: number, to: number, patienceMs: number): Promise<Fault[] | null> {
    try {
      const { page, requests } = await this.#ready();
      const asked = page.evaluate(([a, b, s]) => globalThis.holdfastFuzz(a, b, s), [
        from,
        to,
        this.#seed,
      ] as const);
      const faults = await within(asked, patienceMs);
      const sent = requests.splice(0).map((url) => ({ number: from, why: `requested ${url}`, html: '' }));
      return [...faults, ...sent];
    } catch {
      await this.close();
      return null;
    }
  }

  async close(): Promise<void> {
    const gone = this.#open;
    this.#open = null;
    if (gone !== null) await within(gone.browser.close(), 5000).catch(() => {});
  }

  async #ready(): Promise<{ page: Page; requests: string[] }> {
    if (this.#open !== null) return this.#open;
    const args = [
      '--no-sandbox',
      '--disable-background-networking',
      '--no-first-run',
      '--proxy-server=http://127.0.0.1:9',
    ];
    const browser = await chromium.launch({
      executablePath: this.#path,
      headless: true,
      args,
      handleSIGINT: false,
    });
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.evaluate((seeds) => {
      globalThis.holdfastSeeds = seeds as typeof globalThis.holdfastSeeds;
    }, this.#seeds);
    await page.evaluate(this.#script);
    this.#open = { browser, page, requests };
    return this.#open;
  }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page-script.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
