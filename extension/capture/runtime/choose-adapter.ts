import type { Page, SiteAdapter } from '../sites/adapter.ts';

/**
 * The reader for this frame: the first webmail that knows the page, else the reader of ordinary pages, which looks at whole
 * tabs only. Asked anew for each view, since a sign-in page turns into a webmail.
 */
export function chooseAdapter(
  webmails: readonly SiteAdapter[],
  ordinary: SiteAdapter,
  page: Page,
): SiteAdapter | null {
  const found = webmails.find((adapter) => adapter.detect(page));
  if (found !== undefined) return found;
  const view = page.doc.defaultView;
  return view !== null && view === view.top && ordinary.detect(page) ? ordinary : null;
}
