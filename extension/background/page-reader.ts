import type { ReadSnapshot } from '../rpc/read-request.ts';
import { browserOffscreen, waitFor } from './browser-surfaces.ts';
import { offscreenReader } from './offscreen-reader.ts';
import type { ReadPage } from './page-handlers.ts';

/** Firefox's background is a page, and parses by itself; elsewhere it is a service worker, which has no parser. */
export function pageReader(readSnapshot: ReadSnapshot): ReadPage {
  if (!('DOMParser' in globalThis)) return offscreenReader(browserOffscreen);
  const pause = () => waitFor(0, new AbortController().signal);
  return (snapshot, policy) => readSnapshot(snapshot, policy, pause);
}
