import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostSnapshotText } from '../../../../shared/capture/page-snapshot-limits.ts';
import { seenPerson } from '../../../../shared/capture/seen.ts';
import { openReader, type ReaderInChromium } from './reader-in-chromium.ts';

const folder = new URL('../../../pages/web/', import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
const answer = v.object({
  people: v.array(seenPerson),
  health: v.string(),
  problems: v.array(v.string()),
  size: v.number(),
  cut: v.boolean(),
});

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('tests/extension/capture/web/page-script.ts');
});
afterAll(() => chromium?.close());

const url = 'https://large.example/';
const read = async (html: string, type?: string) => {
  const { value, requests } = await chromium.read(url, html, 'reader.readHandedOver()', type);
  expect(requests).toEqual([]);
  const parsed = v.parse(answer, value);
  return { ...parsed, names: parsed.people.map(({ name }) => name) };
};
const card = (name: string, as = 'h-card') => `<p class="${as}"><b class="p-name fn">${name}</b></p>`;

describe('a page that is handed over is read as it would be where it stands', () => {
  test.each(pages)('%s', async (file) => {
    const html = readFileSync(new URL(file, folder), 'utf8');
    const { value: here } = await chromium.read(url, html, 'reader.readInPlace()');
    const { value: there } = await chromium.read(url, html, 'reader.readHandedOver()');
    const { value: slowly } = await chromium.read(url, html, 'reader.readSlowly()');
    expect(there).toMatchObject(here as object);
    expect(slowly).toEqual(here);
  });

  test('what stands in noscript is no part of it, and what follows it is', async () => {
    const html = `<!doctype html><head><noscript><img src="/a.png"><p class="h-card">No Script</p></noscript></head>
      <noscript><div><b>${card('No Body')}</noscript>${card('Ann After')}<template>${card('No Template')}</template>`;
    expect((await read(html)).names).toEqual(['Ann After']);
  });

  test('class names are told apart by case, but not in quirks mode', async () => {
    expect((await read(`<!doctype html>${card('Quinn Quirk', 'VCARD')}`)).names).toEqual([]);
    expect((await read(card('Quinn Quirk', 'VCARD'))).names).toEqual(['Quinn Quirk']);
  });

  test('XHTML, with elements that HTML would not close', async () => {
    const html = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title><script src="x:"/></head>
      <body><div/><p class="h-card"><div class="p-name">Xenia &amp; Co</div> of Ghent</p></body></html>`;
    expect((await read(html, 'application/xhtml+xml')).names).toEqual(['Xenia & Co']);
  });
});

describe('a page that is too large is handed over partly', () => {
  const partly = { health: 'partly', problems: ['too-large'] };

  test('over 20,000 elements', async () => {
    const got = await read(
      `<!doctype html>${card('Ann Early')}${'<i></i>'.repeat(20_000)}${card('Bob Late')}`,
    );
    expect(got).toMatchObject({ ...partly, names: ['Ann Early'], cut: true });
  });

  test('over 20,000 elements that one another hold', async () => {
    const nest = `const outer = document.createElement('div'); outer.hidden = true; let at = outer;
      for (let i = 0; i < 25000; i += 1) at = at.appendChild(document.createElement('div')); document.body.append(outer);`;
    const got = await read(`<!doctype html>${card('Ann Early')}<script>${nest}</script>`);
    expect(got).toMatchObject({ ...partly, names: ['Ann Early'] });
  });

  test('10 MB of JSON-LD, without it', async () => {
    const people = `{"@type":"Person","name":"Pat"},`.repeat(330_000);
    const html = `<!doctype html><script type="application/ld+json">[${people}{}]</script>${card('Ann After')}`;
    const got = await read(html);
    expect(got).toMatchObject({ ...partly, names: ['Ann After'] });
    expect(got.size).toBeLessThan(1000);
  });

  test('50 MB of text, with its beginning', async () => {
    const got = await read(
      `<!doctype html>${card('Ann Early')}${`<p>${'Harbour tools. '.repeat(1000)}</p>`.repeat(3300)}`,
    );
    expect(got).toMatchObject({ ...partly, names: ['Ann Early'] });
    expect(got.size).toBeLessThanOrEqual(mostSnapshotText);
  });

  test('5 MB of attributes, which are cut', async () => {
    const got = await read(
      `<!doctype html>${card('Ann Early')}${`<img alt="${'x'.repeat(10_000)}">`.repeat(500)}`,
    );
    expect(got).toMatchObject({ names: ['Ann Early'], cut: false });
    expect(got.size).toBeLessThan(mostSnapshotText / 2);
  });

  test('5 MB that its own script wrote', async () => {
    const got = await read(
      `<!doctype html>${card('Ann Early')}<script>document.body.append(...Array.from({ length: 500 }, () => Object.assign(document.createElement('p'), { textContent: 'x'.repeat(10000) })))</script>`,
    );
    expect(got).toMatchObject({ ...partly, names: ['Ann Early'] });
    expect(got.size).toBeLessThanOrEqual(mostSnapshotText);
  });
});
