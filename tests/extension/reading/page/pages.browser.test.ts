import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interpretPage } from '../../../../extension/reading/page/interpret-page.ts';
import { pageText } from '../../../../shared/capture/page-text.ts';
import { seenCompany, seenPerson } from '../../../../shared/capture/seen.ts';
import { openReader, type ReaderInChromium } from '../../capture/web/reader-in-chromium.ts';

const folder = new URL('../../../pages/web/', import.meta.url);
const read = v.object({ text: pageText, people: v.array(seenPerson), companies: v.array(seenCompany) });
const slugOf = (file: string) => file.replace(/^\d{4}-\d\d-\d\d-|\.html$/g, '');
const files = readdirSync(folder);
const pages = files.filter(
  (file) => file.endsWith('.html') && files.includes(`${slugOf(file)}.interpreted.json`),
);

let chromium: ReaderInChromium;
beforeAll(async () => {
  chromium = await openReader('tests/lab/train/page-script.ts');
});
afterAll(() => chromium?.close());

test.each(pages)('mark-up and lines together: %s', async (file) => {
  const answer = readFileSync(new URL(`${slugOf(file)}.interpreted.json`, folder), 'utf8');
  const { url, ...expected } = JSON.parse(answer);
  const html = readFileSync(new URL(file, folder), 'utf8');
  const { value, requests } = await chromium.read(
    url,
    html,
    'reader.readLines(document, new URL(location.href))',
  );
  const { text, people, companies } = v.parse(read, value);
  expect(interpretPage({ text, people, companies, host: new URL(url).hostname })).toEqual(expected);
  expect(requests).toEqual([]);
});
