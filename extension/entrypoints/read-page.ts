import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { attend } from '../capture/runtime/attend.ts';
import { adapters, ordinaryPages } from '../capture/sites/adapters.ts';
import { pageClient, pagePortName } from '../rpc/page-client.ts';

/*
 * The content script, registered at run time for granted sites. An unlisted script, since WXT's content script context
 * announces itself by events that the page can see and forge. This `globalThis` belongs to the extension's isolated world.
 */
const running = Symbol.for('holdfast.reading');
const world = globalThis as { [running]?: AbortController };

export default defineUnlistedScript(() => {
  // "look once more" injects it again
  world[running]?.abort();
  const ending = new AbortController();
  world[running] = ending;
  const background = pageClient({
    connect: () => browser.runtime.connect({ name: pagePortName }),
    onGone: () => ending.abort(),
  });
  ending.signal.addEventListener('abort', () => background.close());
  attend({
    window,
    webmails: adapters,
    ordinary: ordinaryPages,
    background,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    signal: ending.signal,
  });
});
