import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seenCompany, seenPerson } from '../../../../shared/capture/seen.ts';
import { openReader, type ReaderInChromium } from './reader-in-chromium.ts';

const folder = new URL('../../../pages/web/', import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
const readHere = 'reader.readWebPage(document, new URL(location.href))';
const reading = v.object({
  people: v.pipe(v.array(seenPerson), v.maxLength(300)),
  companies: v.pipe(v.array(seenCompany), v.maxLength(100)),
  health: v.string(),
  problems: v.array(v.string()),
});

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('extension/capture/web/read-web-page.ts');
});
afterAll(() => chromium?.close());

describe('a page and what is read from it', () => {
  test.each(pages)('%s', async (file) => {
    const slug = file.replace(/^\d{4}-\d\d-\d\d-|\.html$/g, '');
    const expected = JSON.parse(readFileSync(new URL(`${slug}.expected.json`, folder), 'utf8'));
    const html = readFileSync(new URL(file, folder), 'utf8');
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1]?.replace('&amp;', '&');
    const got = await chromium.read(expected.url, html, readHere);
    expect(got.value).toEqual(expected.reading);
    expect(v.is(reading, got.value)).toBe(true);
    expect(got.requests).toEqual([]);
    expect(got.title).toBe(title);
  });
});

describe('a page that is too large is read partly', () => {
  const read = async (html: string) => {
    const { value } = await chromium.read('https://large.example/', html, readHere);
    return v.parse(reading, value);
  };
  const repeated = (count: number, one: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i)).join('');

  test('over 300 people', async () => {
    const got = await read(
      repeated(
        320,
        (i) => `<p class="h-card"><a class="u-email" href="mailto:p${i}@x.example">Person ${i}</a></p>`,
      ),
    );
    expect(got.people).toHaveLength(300);
    expect(got).toMatchObject({ health: 'partly', problems: ['too-large'] });
  });

  test('over 20,000 elements', async () => {
    const got = await read(
      `<a class="h-card" href="/a">Ann Early</a>${'<i></i>'.repeat(20_000)}<a class="h-card" href="/b">Bob Late</a>`,
    );
    expect(got.people.map(({ name }) => name)).toEqual(['Ann Early']);
    expect(got).toMatchObject({ health: 'partly', problems: ['too-large'] });
  });

  test('100,000 contact links', async () => {
    const got = await read(repeated(100_000, (i) => `<p><a href="mailto:a${i}@large.example">a${i}</a>`));
    expect(got).toMatchObject({ people: [], health: 'partly', problems: ['too-large'] });
  });

  test('10 MB of JSON-LD', async () => {
    const people = repeated(
      100_000,
      (i) => `{"@type":"Person","name":"Person ${i}","description":"${'x'.repeat(60)}"},`,
    );
    const got = await read(
      `<script type="application/ld+json">[${people}{}]</script><a class="h-card" href="/a">Ann Early</a>`,
    );
    expect(got.people.map(({ name }) => name)).toEqual(['Ann Early']);
    expect(got).toMatchObject({ health: 'partly', problems: ['too-large'] });
  });

  test('a tree 100,000 deep', async () => {
    // Never laid out: Chromium itself gives up on such a page before anybody can read it.
    const deep = `(() => {
      const tree = document.implementation.createHTMLDocument('Deep');
      const card = tree.body.appendChild(tree.createElement('a'));
      card.className = 'h-card';
      card.textContent = 'Ann Early';
      let at = tree.body;
      for (let i = 0; i < 100000; i += 1) at = at.appendChild(tree.createElement('div'));
      at.innerHTML = '<a href="mailto:late@large.example">late</a>';
      return reader.readWebPage(tree, new URL(location.href));
    })()`;
    const { value } = await chromium.read('https://large.example/', '', deep);
    const got = v.parse(reading, value);
    expect(got.people.map(({ name }) => name)).toEqual(['Ann Early']);
    expect(got).toMatchObject({ health: 'partly', problems: ['too-large'] });
  });
});
