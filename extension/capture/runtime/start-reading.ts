import { type Attending, attend } from './attend.ts';
import type { Background } from './background.ts';
import { replaceEarlier } from './replace-earlier.ts';

/** Begins to read webmails in this frame with the real clock and network. The signal aborts when the script is injected again. */
export function startReading(
  name: string,
  what: Pick<Attending, 'readers' | 'holdBack'>,
  connect: (ending: AbortController) => Background,
): void {
  const ending = replaceEarlier(name);
  attend({
    window,
    ...what,
    background: connect(ending),
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    signal: ending.signal,
  });
}
