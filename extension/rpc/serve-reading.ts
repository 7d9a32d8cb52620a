import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type ReadSnapshot, readRequest } from './read-request.ts';

/** A document that has nothing to do is closed, and made again on demand. */
const idleMs = 60_000;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Reads for the background, one page at a time, so that no more than one is held parsed. Single messages and no port: a port of a content script would be
 * opened to this document as well, and would outlive the service worker, whose end the content script must see.
 */
export function serveReading(read: ReadSnapshot): void {
  let last: Promise<unknown> = Promise.resolve();
  let closing = setTimeout(close, idleMs);
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (reading: unknown) => void) => {
    // content scripts may send messages too; those of the extension's own contexts belong to no tab
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return false;
    const request = v.safeParse(readRequest, message);
    if (!request.success) return false;
    clearTimeout(closing);
    const { snapshot, policy } = request.output;
    last = last
      .then(() => read(snapshot, policy, pause))
      .then(answer, () => answer(null))
      .then(() => {
        clearTimeout(closing);
        closing = setTimeout(close, idleMs);
      });
    return true;
  });
}
