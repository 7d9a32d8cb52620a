import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicWord } from '../../../../extension/capture/shape/public-words.ts';
import type { FrameShape } from '../../../../extension/capture/shape/shape-document.ts';
import { ensureChromium } from '../../../tools/ensure-chromium.ts';
import { type Planted, plantedPage } from './planted-page.ts';

const address = 'https://mail.tidewater.test/webmail/?_task=mail&_uid=7&q=Fiona%20Ashcroft#Nordwerk';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'page-script.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  script = bundle.outputFiles[0]?.text ?? '';
  const found = await ensureChromium(new AbortController().signal, console.log);
  const executablePath = found.kind === 'found' ? found.path : expect.fail(found.why);
  browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  page = await browser.newPage();
});

afterAll(() => browser?.close());

async function shapeOf(html: string): Promise<FrameShape> {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  // the same address with the same hash would be no new document
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  return page.evaluate(() => (globalThis as unknown as { holdfastShape(): FrameShape }).holdfastShape());
}

/** Words of three letters are looked for by themselves, longer ones within others too. */
function survivors(words: readonly string[], text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase();
  const alone = new Set(lower.match(/[\p{L}\p{M}]+/gu) ?? []);
  return words
    .flatMap(
      (word) =>
        word
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{L}\p{M}]{3,}/gu) ?? [],
    )
    .filter((word) => !isPublicWord(word) && !/^(?:x+|ж+|ω+|字+|あ+|ア+|가+|س+|ש+|क+|ก+)$/u.test(word))
    .filter((word) => (word.length > 3 ? lower.includes(word) : alone.has(word)));
}

describe('the shape of a page', () => {
  it('keeps the structure, and the classes and ids that page makers gave', async () => {
    const { html, url, cut } = await shapeOf(
      `<!doctype html><title>An offer</title><div id="message-header"><h2 class="subject">An offer for 40 keys</h2>
<a class="rcmContactAddress" href="mailto:fiona@harbourline.example" title="fiona@harbourline.example">Fiona</a></div>`,
    );
    expect(html).toContain(
      `<div id="message-header"><h2 class="subject">Xx xxxxx xxx 00 xxxx</h2>
<a class="rcmContactAddress" href="mailto:xxxxx@xxxxxxxxxxx.xxxxxxx" title="xxxxx@xxxxxxxxxxx.xxxxxxx">Xxxxx</a></div>`,
    );
    expect(url).toBe('https://mail.xxxxxxxxx.xxxx/xxxxxxx/?_task=mail&_uid=0&x=XxxxxxXxxxxxxx#Xxxxxxxx');
    expect(cut).toBe(false);
  });

  it('has nothing in what runs or styles, but whether a part is shown', async () => {
    const { html } = await shapeOf(
      `<script>run(1)</script><style>p { color: red }</style><!-- a note --><p style="color: red; display: none">a</p>`,
    );
    expect(html).toContain('<script></script><style></style>');
    expect(html).toContain('<p style="display: none">x</p>');
    expect(html).not.toContain('<!--');
  });

  it('holds no address, whatever kind of attribute or node it was in', async () => {
    const secret = 'fiona.ashcroft@harbourline.example';
    const { html } = await shapeOf(plantedPage({ words: [secret], names: [secret] }));
    expect(survivors([secret], html)).toEqual([]);
    expect(html).not.toContain('Rmlvbm'); // the same in base64
    expect(html).not.toContain('%66');
  });

  it('is read past what a page puts in the place of its own methods', async () => {
    const { html } = await shapeOf(
      `<form class="subject"><input name="attributes"><input name="firstChild"><input name="localName"><p>Fiona Ashcroft</p></form>
<img name="URL"><img name="childNodes">`,
    );
    expect(html).toContain('<form class="subject">');
    expect(html).toContain('<p>Xxxxx Xxxxxxxx</p>');
    expect(survivors(['Fiona Ashcroft'], html)).toEqual([]);
  });

  it('is cut where a page is too large, and keeps nothing of it then either', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `<i class="w${i.toString(36)}q fiona">a${i}</i>`);
    const { html, cut } = await shapeOf(`<p>Fiona</p>${many.join('')}${'<div>'.repeat(600)}Fiona`);
    expect(cut).toBe(true);
    expect(survivors(['Fiona'], html)).toEqual([]);
  });

  it('keeps no word of three letters or more that the page said, wherever it said it', async () => {
    const letters = fc.constantFrom(
      ...'aeioubdfgklmnrstvzäöüßñçéłšžАдинжшляΑλφα宮坂結衣たなかアイ김민수ليلى',
      'A',
      'B',
      'N',
    );
    const word = fc.string({ unit: letters, minLength: 3, maxLength: 12 });
    const planted: fc.Arbitrary<Planted> = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 12 }),
      names: fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 8 }), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    await fc.assert(
      fc.asyncProperty(planted, async (given) => {
        const { html, url } = await shapeOf(plantedPage(given));
        expect(survivors(given.words, html + url)).toEqual([]);
      }),
      { numRuns: 120, seed: 20261122 },
    );
  });
});
