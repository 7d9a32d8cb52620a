import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { failed, passed, type StepResult } from './step.ts';

/** The content script goes into every granted page: it stays below this, in kB of gzip. */
export const CONTENT_SCRIPT_LIMIT_KB = 25;

const PAGES = ['sidepanel.html', 'dashboard.html'];

/** Size of a file in kB (1000 bytes), compressed by gzip at its usual level. */
export function gzipKb(path: string): number {
  return gzipSync(readFileSync(path)).length / 1000;
}

/** The content scripts' files, relative to the built extension: those of the manifest and those registered at runtime. */
export function contentScripts(extension: string): string[] {
  const manifest = readFileSync(join(extension, 'manifest.json'), 'utf8');
  const background = join(extension, 'background.js');
  const code = existsSync(background) ? readFileSync(background, 'utf8') : '';
  const named = [...`${manifest}\n${code}`.matchAll(/content-scripts\/[\w-]+\.js/g)].map(([file]) => file);
  return [...new Set(named)].filter((file) => existsSync(join(extension, file)));
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

/** Measures the built extension: the content script has a limit, the pages are reported. */
export function checkBundleSizes(extension: string): StepResult {
  if (!existsSync(join(extension, 'manifest.json'))) return failed('the extension is not built');
  const scripts = contentScripts(extension);
  if (scripts.length === 0) return failed('the built extension names no content script');
  const sizes = scripts.map((file) => ({ file, kb: gzipKb(join(extension, file)) }));
  const heavy = sizes.filter(({ kb }) => kb >= CONTENT_SCRIPT_LIMIT_KB);
  const pages = PAGES.map((page) => `${page} ${pageKb(extension, page).toFixed(1)} kB`);
  const said = [...sizes.map(({ file, kb }) => `${file} ${kb.toFixed(1)} kB`), ...pages].join(', ');
  if (heavy.length === 0) return passed(`${said} (gzip)`);
  return failed(`${said} (gzip): a content script must stay under ${CONTENT_SCRIPT_LIMIT_KB} kB`);
}
