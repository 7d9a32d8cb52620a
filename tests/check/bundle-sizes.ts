import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../tools/project.ts';
import { contentEntrypoints } from './import-law.ts';
import { readSources } from './source-files.ts';
import { failed, passed, type StepResult } from './step.ts';

/** A page loads one of the content scripts (capture/content-scripts.ts); each stays below this, in kB of gzip. */
export const CONTENT_SCRIPT_LIMIT_KB = 25;

const PAGES = ['sidepanel.html', 'dashboard.html'];

/** Size of a file in kB (1000 bytes), compressed by gzip at its usual level. */
export function gzipKb(path: string): number {
  return gzipSync(readFileSync(path)).length / 1000;
}

/** The file that WXT makes of an entrypoint that runs in pages, relative to the built extension. */
export function builtScript(entrypoint: string): string {
  const name = entrypoint.replace(/^extension\/entrypoints\//, '').replace(/(\/index)?\.tsx?$/, '');
  return name === 'content' || name.endsWith('.content')
    ? `content-scripts/${name.replace(/\.content$/, '')}.js`
    : `${name}.js`;
}

/** What runs in pages, as files of the built extension, relative to it. */
export function contentScripts(extension: string): string[] {
  const files = contentEntrypoints(readSources(PROJECT)).map(builtScript);
  return files.filter((file) => existsSync(join(extension, file)));
}

/** Everything that a page of the extension loads before it can show anything, in kB of gzip. */
export function pageKb(extension: string, page: string): number {
  const seen = new Set<string>();
  const load = (file: string): number => {
    const path = join(extension, file.replace(/^\//, ''));
    if (seen.has(path) || !existsSync(path)) return 0;
    seen.add(path);
    const text = readFileSync(path, 'utf8');
    const links = path.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, link]) => link ?? '')
      : [...text.matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, link]) => `chunks/${link}`);
    return gzipKb(path) + links.reduce((sum, link) => sum + load(link), 0);
  };
  return load(page);
}

/** Measures the built extension: what runs in pages has a limit, the extension's own pages are reported. */
export function checkBundleSizes(extension: string, contentScripts: readonly string[]): StepResult {
  const files = contentScripts.map(builtScript);
  const absent = ['manifest.json', ...files, ...PAGES].filter((file) => !existsSync(join(extension, file)));
  if (absent.length > 0) return failed(`the built extension lacks ${absent.join(', ')}`);
  const sizes = files.map((file) => ({ file, kb: gzipKb(join(extension, file)) }));
  const heavy = sizes.filter(({ kb }) => kb >= CONTENT_SCRIPT_LIMIT_KB);
  const pages = PAGES.map((page) => `${page} ${pageKb(extension, page).toFixed(1)} kB`);
  const said = [...sizes.map(({ file, kb }) => `${file} ${kb.toFixed(1)} kB`), ...pages].join(', ');
  if (heavy.length === 0) return passed(`${said} (gzip)`);
  return failed(`${said} (gzip): what runs in pages must stay under ${CONTENT_SCRIPT_LIMIT_KB} kB`);
}
