import { collectPageText } from '../../../extension/capture/web/page-text.ts';
import { readWebPage } from '../../../extension/capture/web/read-web-page.ts';
import type { PageText } from '../../../shared/capture/page-text.ts';
import type { SeenCompany } from '../../../shared/capture/seen.ts';

/** What the content script hands over of a page, read at once. */
export function readLines(doc: Document, url: URL): { text: PageText; companies: SeenCompany[] } {
  const collecting = collectPageText(doc);
  collecting.more(() => false);
  return { text: collecting.text(), companies: readWebPage(doc, url).companies };
}
