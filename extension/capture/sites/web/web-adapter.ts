import { readWebPage } from '../../web/read-web-page.ts';
import { type SiteAdapter, waiting } from '../adapter.ts';
import { isWebmail } from '../is-webmail.ts';

/** Ordinary pages, whole tabs only: what they say about people and companies. Nothing of it is captured by itself. */
export const webAdapter: SiteAdapter = {
  id: 'web',
  version: 1,
  detect: (page) => /^https?:$/.test(page.url.protocol) && !isWebmail(page),
  view: ({ url }) => url.origin + url.pathname + url.search,
  root: () => null,
  extract: ({ doc, url }, _view, { last }) => {
    if (!last && doc.readyState === 'loading') return waiting;
    return { kind: 'read', mails: [], ...readWebPage(doc, url) };
  },
};
