import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import type { PageText } from '../../../shared/capture/page-text.ts';
import type { PagePolicy } from '../../../shared/policy/page-policy.ts';
import { holdBackPage } from '../runtime/hold-back-page.ts';
import { titleOf } from '../unclobbered.ts';
import { collectPageText } from './page-text.ts';
import { readWebPage, type WebReading } from './read-web-page.ts';
import { webReader } from './web-reader.ts';

/** After so long whoever shares the thread (the panel) has it back. */
const sliceMs = 12;

/**
 * Reads a page in the extension itself, from what its content script wrote down. The document is inert: a parser's document runs no script,
 * loads nothing and has no window, as long as none of its nodes is put into a document that has one. Nothing of it is kept; what the policy holds back is
 * taken out before anybody else sees the reading.
 *
 * @param pause resolves when others had their turn
 */
export async function readSnapshot(
  snapshot: PageSnapshot,
  policy: PagePolicy,
  pause: () => Promise<void>,
): Promise<PageReading> {
  const url = new URL(snapshot.url);
  const whence = { origin: url.origin, path: url.pathname.slice(0, 2000) };
  const unread = { reader: webReader, mailbox: null, mails: [], ms: snapshot.ms };
  try {
    const doc = parsed(snapshot);
    await pause();
    const read = await readDocument(doc, url, pause);
    const { reading, heldBack } = holdBackPage(snapshot.cut ? partly(read) : read, policy);
    return { ...unread, page: { ...whence, title: titleOf(doc).slice(0, 500) }, ...reading, heldBack };
  } catch {
    const heldBack = { never: 0, bulk: 0, internal: 0 };
    const page = { ...whence, title: '' };
    return { ...unread, page, people: [], companies: [], health: 'unhealthy', problems: ['threw'], heldBack };
  }
}

/** Mark-up and lines of a document that is parsed. */
export async function readDocument(
  doc: Document,
  url: URL,
  pause: () => Promise<void>,
): Promise<WebReading & { text: PageText }> {
  const marked = readWebPage(doc, url);
  const collecting = collectPageText(doc);
  let start = performance.now();
  while (collecting.more(() => performance.now() - start > sliceMs)) {
    await pause();
    start = performance.now();
  }
  const reading = { ...marked, text: collecting.text() };
  // of which not all lines were looked at is read in part, whatever its mark-up
  return collecting.cut() ? partly(reading) : reading;
}

function partly<R extends WebReading>(reading: R): R {
  const problems = [...new Set([...reading.problems, 'too-large' as const])];
  return { ...reading, health: 'partly', problems };
}

/**
 * With the tree that the page had, as far as text can say it. Without scripts the parser takes what stands in `<noscript>` for a part of the page; in a
 * template it is as silent as it was there.
 */
function parsed({ html, form }: PageSnapshot): Document {
  const parser = new DOMParser();
  if (form === 'xml') return parser.parseFromString(html, 'application/xhtml+xml');
  const silent = html.replaceAll('<noscript', '<template').replaceAll('</noscript', '</template');
  return parser.parseFromString(form === 'html' ? `<!doctype html>${silent}` : silent, 'text/html');
}
