import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../tools/ensure-chromium.ts';
import { PROJECT } from '../../../tools/project.ts';
import { attachReader } from '../reader/attach-reader.ts';

/*
 * A page is `<date>-<slug>.html`, and what the shipped readers say about it `<slug>.expected.json`: adding the two is a test.
 * `answers`: what the site says to requests, by path and query. `reading`: what the reading must contain, or null for none.
 */
const expectedSchema = v.object({
  url: v.string(),
  answers: v.optional(v.record(v.string(), v.string()), {}),
  policy: v.optional(v.record(v.string(), v.array(v.string())), {}),
  timeZone: v.optional(v.string(), 'UTC'),
  reading: v.nullable(v.record(v.string(), v.unknown())),
  /** Fields that the reading's only mail or mails must not have been given. */
  why: v.optional(v.string()),
});

const ownPolicy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: [] };
const folder = join(PROJECT, 'tests/pages');
const webmails = ['roundcube', 'sogo', 'gmail', 'outlook'];
const pages = webmails.flatMap((site) =>
  readdirSync(join(folder, site))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ site, file, slug: file.replace(/^\d{4}-\d\d-\d\d-|\.html$/g, '') })),
);
/** Long enough for a reading that must not come; one that comes late makes the test pass, never fail. */
const silenceMs = 1200;

describe('pages of webmails, with the shipped readers in a real Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    const found = await ensureChromium(new AbortController().signal, console.log);
    const executablePath = found.kind === 'found' ? found.path : expect.fail(found.why);
    browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  });

  afterAll(() => browser?.close());

  it.each(pages)('$site: $slug', async ({ site, file, slug }) => {
    const expected = v.parse(
      expectedSchema,
      JSON.parse(readFileSync(join(folder, site, `${slug}.expected.json`), 'utf8')),
    );
    const html = readFileSync(join(folder, site, file), 'utf8');
    const context = await browser.newContext({ timezoneId: expected.timeZone });
    const address = new URL(expected.url);
    await context.route('**/*', (route) => {
      const asked = new URL(route.request().url());
      const path = asked.pathname + asked.search;
      if (route.request().isNavigationRequest() && asked.origin === address.origin)
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      const answer = asked.origin === address.origin ? expected.answers[path] : undefined;
      return answer === undefined ? route.abort() : route.fulfill({ body: answer });
    });
    const page = await context.newPage();
    const reader = await attachReader(page, { ...ownPolicy, ...expected.policy });
    await page.goto(expected.url);
    if (expected.reading === null) {
      await page.waitForTimeout(silenceMs);
      expect(reader.readings).toEqual([]);
    } else {
      const { reading } = await reader.next(30_000);
      expect(reading).toMatchObject({ reader: { id: site }, ...expected.reading });
    }
    await context.close();
  });
});
