import { collectPageText } from '../../../extension/capture/web/page-text.ts';
import { readWebPage } from '../../../extension/capture/web/read-web-page.ts';
import type { PageText } from '../../../shared/capture/page-text.ts';
import type { SeenCompany, SeenPerson } from '../../../shared/capture/seen.ts';

export type LinesRead = { text: PageText; people: SeenPerson[]; companies: SeenCompany[] };

/** What the content script hands over of a page, read at once. */
export function readLines(doc: Document, url: URL): LinesRead {
  const collecting = collectPageText(doc);
  collecting.more(() => false);
  const { people, companies } = readWebPage(doc, url);
  return { text: collecting.text(), people, companies };
}
