import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type PageText, pageText } from '../../../shared/capture/page-text.ts';
import { type SeenCompany, seenCompany } from '../../../shared/capture/seen.ts';
import { openReader } from '../../extension/capture/web/reader-in-chromium.ts';

const row = v.object({
  id: v.string(),
  url: v.optional(v.nullable(v.string()), ''),
  html: v.string(),
  expected: v.object({ ORG: v.optional(v.array(v.string()), []) }),
});
const read = v.object({ text: pageText, companies: v.array(seenCompany) });

/** A labelled page as the background sees it: its lines, what its mark-up describes, its host and its organisations. */
export type LabelledPage = {
  site: string;
  host: string;
  text: PageText;
  described: SeenCompany[];
  organisations: string[];
};

const MADE_UP = 'http://page.example/';

/** Reads the labelled contact pages of a corpora folder with the shipped collector in Chromium. */
export async function labelledPages(folder: string): Promise<LabelledPage[]> {
  const reader = await openReader('tests/lab/train/page-script.ts');
  const pages: LabelledPage[] = [];
  for (const line of readFileSync(join(folder, 'contact-pages.jsonl'), 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { id, url, html, expected } = v.parse(row, JSON.parse(line));
    const { value } = await reader.read(
      url || MADE_UP,
      html,
      'reader.readLines(document, new URL(location.href))',
    );
    const { text, companies } = v.parse(read, value);
    const host = new URL(url || MADE_UP).hostname;
    pages.push({ site: url ? host : id, host, text, described: companies, organisations: expected.ORG });
  }
  await reader.close();
  return pages;
}
