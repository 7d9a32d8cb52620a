import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnWords } from '../../../../shared/capture/bulk-signs.ts';
import { openReader, type ReaderInChromium } from '../web/reader-in-chromium.ts';

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('extension/capture/mail/bulk-signs.ts');
});
afterAll(() => chromium?.close());

async function words(html: string): Promise<OwnWords | null> {
  const { value } = await chromium.read('https://m.example/', html, 'reader.ownWords(document.body)');
  return value as OwnWords | null;
}

test('are the lines of the mail’s own text and its links, each with the words around it', async () => {
  const html = '<p>Bye</p><p>To leave:</p><p><a href="https://x.example/u?1">here</a></p>';
  expect(await words(html)).toEqual({
    lines: ['Bye', 'To leave:', 'here'],
    links: [{ href: 'https://x.example/u?1', beside: ' here' }],
    designed: false,
  });
});

test('leave out what is quoted or forwarded: words, links and headings', async () => {
  const quoted = '<h1>Offer</h1><a href="https://x.example/unsubscribe">Unsubscribe</a>';
  const said = { lines: ['Look at this'], links: [], designed: false };
  expect(await words(`Look at this<blockquote>${quoted}</blockquote>`)).toEqual(said);
  const forwarded = '---------- Forwarded message ---------<br>This is an automated message.<br>';
  const link = '<a href="https://x.example/unsubscribe">Unsubscribe</a>';
  expect(await words(`Look at this<br>${forwarded}${link}`)).toEqual(said);
});

test('say of headings that somebody designed it', async () => {
  expect((await words('<h2>Spring offers</h2><p>Wrenches</p>'))?.designed).toBe(true);
});

test('are bounded: the first and the last lines, forty links, three hundred characters of each', async () => {
  const link = `<p>${'x'.repeat(500)} <a href="https://x.example/${'y'.repeat(500)}">more</a></p>`;
  const seen = await words(`<p>first</p>${link.repeat(200)}<p>last</p>`);
  expect(seen?.lines).toHaveLength(60);
  expect([seen?.lines[0], seen?.lines.at(-1)]).toEqual(['first', 'last']);
  expect(seen?.links).toHaveLength(40);
  for (const { href, beside } of seen?.links ?? []) {
    expect(href).toHaveLength(300);
    expect(beside).toHaveLength(300);
  }
  expect(Math.max(...(seen?.lines ?? []).map((line) => line.length))).toBe(300);
});
