import { type Attending, attend } from './attend.ts';
import type { Background } from './background.ts';

const running = Symbol.for('holdfast.reading');

/** This `globalThis` belongs to the extension's isolated world: the page cannot see it. */
type World = typeof globalThis & { [running]?: Record<string, AbortController> };

/**
 * Begins to read in this frame with the real clock and network. A script that is injected again ("look once more") replaces
 * its earlier self, so that what is on view is read again. The signal aborts when that happens.
 */
export function startReading(
  name: string,
  what: Pick<Attending, 'readers' | 'holdBack' | 'webmailFound'>,
  connect: (ending: AbortController) => Background,
): void {
  const world: World = globalThis;
  world[running] ??= {};
  world[running][name]?.abort();
  const ending = new AbortController();
  world[running][name] = ending;
  attend({
    window,
    ...what,
    background: connect(ending),
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    signal: ending.signal,
  });
}
