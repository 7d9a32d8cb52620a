import type { PageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import { longestSnapshotUrl, mostSnapshotText } from '../../../shared/capture/page-snapshot-limits.ts';
import { addressOf, compatModeOf, contentTypeOf, outerHtmlOf, rootOf, wholeText } from '../unclobbered.ts';
import { serialiseSlowly } from './serialise-slowly.ts';

/** Beyond these a page is written piece by piece: `outerHTML` cannot be stopped, and costs 12 ms a megabyte of text. */
const mostElements = 10_000;
const mostText = 1_500_000;
/** After so long the page has its thread back. */
const sliceMs = 12;

/**
 * What stands in the page as text, at most 4,000,000 characters of it. All that a page's own thread is asked for: looking at its nodes one by
 * one here costs several times as much as writing them down, because the browser makes a wrapper for each in our world.
 *
 * @param pause resolves when the page had its turn; false where there is nothing more to be done here
 */
export async function takeSnapshot(
  doc: Document,
  pause: () => Promise<boolean>,
): Promise<PageSnapshot | null> {
  let start = performance.now();
  let ms = 0;
  const whole = (html: string, cut: boolean, form: PageSnapshot['form']): PageSnapshot => ({
    url: addressOf(doc).slice(0, longestSnapshotUrl),
    html,
    form,
    cut,
    ms: ms + performance.now() - start,
  });
  if (!isLarge(doc)) {
    const root = rootOf(doc);
    const html = root === null ? '' : outerHtmlOf(root);
    if (html.length <= mostSnapshotText) return whole(html, false, formOf(doc));
  }
  const writing = serialiseSlowly(doc);
  while (writing.more(() => performance.now() - start > sliceMs)) {
    ms += performance.now() - start;
    if (!(await pause())) return null;
    start = performance.now();
  }
  return whole(writing.html(), writing.cut(), formOf(doc) === 'quirks' ? 'quirks' : 'html');
}

/** The length of a page's text is had at a twentieth of what writing it down costs. */
function isLarge(doc: Document): boolean {
  if (Document.prototype.getElementsByTagName.call(doc, '*')[mostElements] !== undefined) return true;
  return wholeText(rootOf(doc)).length > mostText;
}

/** Class names are told apart by case unless the page is in quirks mode, and XML has its own rules altogether. */
function formOf(doc: Document): PageSnapshot['form'] {
  if (contentTypeOf(doc).includes('xml')) return 'xml';
  return compatModeOf(doc) === 'BackCompat' ? 'quirks' : 'html';
}
