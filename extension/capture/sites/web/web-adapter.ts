import { collectPageText, type TextCollecting } from '../../web/page-text.ts';
import { readWebPage, type WebReading } from '../../web/read-web-page.ts';
import { type SiteAdapter, waiting } from '../adapter.ts';
import { isWebmail } from '../is-webmail.ts';

/** After so long the page has its thread back; the runtime comes again for the rest. */
const sliceMs = 12;

type Begun = { view: string; reading: WebReading; collecting: TextCollecting };
const begun = new WeakMap<Document, Begun>();

/** Ordinary pages, whole tabs only: what they say about people and companies. Nothing of it is captured by itself. */
export const webAdapter: SiteAdapter = {
  id: 'web',
  version: 2,
  detect: (page) => /^https?:$/.test(page.url.protocol) && !isWebmail(page),
  view: ({ url }) => url.origin + url.pathname + url.search,
  root: () => null,
  extract: ({ doc, url }, view, { last }) => {
    if (!last && doc.readyState === 'loading') return waiting;
    const start = performance.now();
    const here = begun.get(doc);
    const at =
      here?.view === view ? here : { view, reading: readWebPage(doc, url), collecting: collectPageText(doc) };
    begun.set(doc, at);
    if (at.collecting.more(() => !last && performance.now() - start > sliceMs)) return waiting;
    begun.delete(doc);
    return { kind: 'read', mails: [], ...said(at), text: at.collecting.text() };
  },
};

/** A page of which not all lines were looked at is read in part, whatever its mark-up. */
function said({ reading, collecting }: Begun): WebReading {
  if (!collecting.cut()) return reading;
  return {
    ...reading,
    health: 'partly',
    problems: [...new Set([...reading.problems, 'too-large' as const])],
  };
}
