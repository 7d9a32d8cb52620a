import type { ReadSnapshot } from '../rpc/read-request.ts';
import { browserOffscreen, waitFor } from './browser-surfaces.ts';
import { offscreenReader } from './offscreen-reader.ts';
import type { ReadPage } from './page-handlers.ts';

/**
 * @param readSnapshot null where the background is a service worker, which has no parser: a document of the extension's own reads then. Firefox's
 *   background is a page.
 */
export function pageReader(readSnapshot: ReadSnapshot | null): ReadPage {
  if (readSnapshot === null) return offscreenReader(browserOffscreen);
  const pause = () => waitFor(0, new AbortController().signal);
  return (snapshot, policy) => readSnapshot(snapshot, policy, pause);
}
