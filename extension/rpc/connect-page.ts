import { browser } from 'wxt/browser';
import { type PageClient, pageClient, pagePortName } from './page-client.ts';
import { type PageLine, pageLine } from './page-line.ts';

const connect = () => browser.runtime.connect({ name: pagePortName });

/** A webmail's line to the background. It falls silent when the extension is updated or removed under the page. */
export function connectPage(ending: AbortController): PageClient {
  const client = pageClient({
    connect,
    onGone: () => ending.abort(),
  });
  ending.signal.addEventListener('abort', () => client.close());
  return client;
}

/** An ordinary page's. */
export function connectOrdinaryPage(ending: AbortController): PageLine {
  const line = pageLine({ connect, onGone: () => ending.abort() });
  ending.signal.addEventListener('abort', () => line.close());
  return line;
}
