import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { FrameShape } from '../../extension/capture/shape/shape-document.ts';
import type { InterpretedReading } from '../../shared/capture/interpreted-reading.ts';
import { attachReader } from '../extension/capture/reader/attach-reader.ts';
import { PROJECT } from './project.ts';

export type RecordedFrame = FrameShape & { name: string };

/** As long as a reader waits for a page to be drawn, and a bit. */
const patienceMs = 25_000;
const policy = { ownDomains: ['tidewater.test'], neverAddresses: [], neverDomains: [] };

/**
 * The shapes of all frames of what is on view, the outer one first; frames that show no page of the web are left out. Runs the
 * code that the extension runs for "send the shape of this page".
 */
export async function recordShape(page: Page): Promise<RecordedFrame[]> {
  const script = await shapeScript();
  const shapes: RecordedFrame[] = [];
  for (const frame of page.frames()) {
    if (!/^https?:/.test(frame.url())) continue;
    const shape: FrameShape = await frame.evaluate(`${script}; holdfastShape()`);
    shapes.push({ ...shape, name: shapes.length === 0 ? '' : `-frame-${shapes.length}` });
  }
  return shapes;
}

async function shapeScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'tests/extension/capture/shape/page-script.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** What the shipped readers say of a recorded frame today, with no answer to any request; null where they say nothing. */
export async function readShape(
  context: BrowserContext,
  { url, html }: Pick<FrameShape, 'url' | 'html'>,
): Promise<InterpretedReading | null> {
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const main = route.request().isNavigationRequest() && route.request().frame() === page.mainFrame();
    return main ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort();
  });
  try {
    const reader = await attachReader(page, policy);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return (await reader.next(patienceMs)).reading;
  } catch {
    return null;
  } finally {
    await page.close();
  }
}

/**
 * The answer that goes beside a recorded page, to be corrected by hand: what the readers said of it when it was recorded. It is a
 * test as it stands, of what they make of the shape.
 */
export function skeletonOf(url: string, reading: InterpretedReading | null): { site: string; json: string } {
  const site = reading?.reader.id ?? 'web';
  const { mailbox, health, problems, mails, people, companies, heldBack } = reading ?? {};
  const said =
    site === 'web' ? { people, companies, health, problems } : { mailbox, health, problems, mails, heldBack };
  const expected = {
    url,
    why: 'Recorded: what the readers said of the shape then. Say here what they should say.',
    reading: reading === null ? null : said,
  };
  return { site, json: `${JSON.stringify(expected, null, 2)}\n` };
}
