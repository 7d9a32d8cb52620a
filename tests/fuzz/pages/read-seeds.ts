import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { PROJECT } from '../../tools/project.ts';
import type { Seed } from './mutate-page.ts';

const markup = v.nullish(v.string(), '');
const row = v.object({ url: markup, html: markup, jsonldHtml: markup, microdata: markup, rdfa: markup });
const expected = v.object({ url: v.string() });
const madeUp = 'http://page.example/';

/** The pages of tests/pages, and of every set of JSON lines in the folder that has pages. */
export function readSeeds(folder: string | undefined): Seed[] {
  return [...ownPages(), ...(folder === undefined ? [] : pagesOfSets(folder))];
}

function ownPages(): Seed[] {
  const pages = join(PROJECT, 'tests/pages');
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  return files.sort().map((file) => {
    const said = join(pages, file.replace(/\d{4}-\d\d-\d\d-/, '').replace(/\.html$/, '.expected.json'));
    const { url } = v.parse(expected, JSON.parse(readFileSync(said, 'utf8')));
    return { url, html: readFileSync(join(pages, file), 'utf8') };
  });
}

function pagesOfSets(folder: string): Seed[] {
  const sets = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return sets.sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => {
        const parsed = v.safeParse(row, JSON.parse(line));
        if (!parsed.success) return [];
        const { url, html, jsonldHtml, microdata, rdfa } = parsed.output;
        return [html, jsonldHtml, microdata, rdfa]
          .filter((one) => one.includes('<'))
          .map((one) => ({
            url: /^https?:\/\/[^/]/.test(url) && URL.canParse(url) ? url : madeUp,
            html: one,
          }));
      }),
  );
}
