import { browser } from 'wxt/browser';
import { type PageClient, pageClient, pagePortName } from './page-client.ts';

/** A content script's line to the background. It falls silent when the extension is updated or removed under the page. */
export function connectPage(ending: AbortController): PageClient {
  const client = pageClient({
    connect: () => browser.runtime.connect({ name: pagePortName }),
    onGone: () => ending.abort(),
  });
  ending.signal.addEventListener('abort', () => client.close());
  return client;
}
