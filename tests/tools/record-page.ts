import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from './ensure-chromium.ts';
import { PROJECT } from './project.ts';
import { readShape, recordShape, skeletonOf } from './record-shape.ts';
import { stopWithParent } from './stop-with-parent.ts';

const usage = `npm run record-page -- URL [--slug NAME] [--out FILE] [--profile DIR] [--headed]

Writes the shape of a page (its structure, with a filler for every text, name, address and number) as
tests/pages/<site>/<date>-<slug>.html, and beside it what the readers say of it, to be corrected by hand.
  --profile DIR  keep the browser's profile there, so that you stay signed in
  --headed       show the browser and wait: sign in, open the page, press Enter here
  --out FILE     write the HTML there instead, frames beside it`;

const signal = stopWithParent();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    slug: { type: 'string', default: 'recorded' },
    out: { type: 'string' },
    profile: { type: 'string' },
    headed: { type: 'boolean', default: false },
  },
});
const url = URL.parse(positionals[0] ?? '');
if (url === null || !/^https?:$/.test(url.protocol) || !/^[a-z0-9-]+$/.test(values.slug)) {
  console.error(usage);
  process.exit(2);
}
const found = await ensureChromium(signal, console.error);
if (found.kind === 'missing') {
  console.error(found.why);
  process.exit(1);
}

const profile = values.profile ?? (await mkdtemp(join(tmpdir(), 'record-page-')));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: found.path,
  headless: !values.headed,
  args: ['--no-sandbox', '--no-first-run', '--disable-sync', '--disable-background-networking'],
});
signal.addEventListener('abort', () => void context.close());
try {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url.href);
  if (values.headed) await waitForEnter();
  // some pages never fall silent
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {});
  for (const { name, cut, ...shape } of await recordShape(context.pages().at(-1) ?? page)) {
    const reading = await readShape(context, shape);
    const { site, json } = skeletonOf(shape.url, reading);
    const file = fileFor(site, name);
    if (existsSync(file)) throw new Error(`${relative('', file)} is there already: give another --slug`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, shape.html);
    await writeFile(expectedFor(file), json);
    console.log(`${relative('', file)}: ${reading?.health ?? 'nothing read'}${cut ? ', cut' : ''}`);
  }
} finally {
  await context.close();
  if (values.profile === undefined) await rm(profile, { recursive: true, force: true });
}
process.exit(0);

function fileFor(site: string, frame: string): string {
  if (values.out !== undefined) return resolve(values.out).replace(/(?:\.html)?$/, `${frame}.html`);
  const date = new Date().toISOString().slice(0, 10);
  return join(PROJECT, 'tests/pages', site, `${date}-${values.slug}${frame}.html`);
}

/** The answer of a page goes without its date. */
function expectedFor(file: string): string {
  return file.replace(/(^|\/)(?:\d{4}-\d\d-\d\d-)?([^/]*)\.html$/, '$1$2.expected.json');
}

async function waitForEnter(): Promise<void> {
  const line = createInterface({ input: stdin, output: process.stderr });
  await line.question('Sign in, open the page, then press Enter here. ', { signal });
  line.close();
}
