import { listen } from '../unclobbered.ts';

/** Webmails draw what was clicked a moment after they have changed the address, some without changing it. */
const looksAfterMs = [0, 400, 1500];

/**
 * Calls `look` when the page may show something else: at once, on changes of the address, after clicks and keys, and when the
 * window comes to the front. An idle page costs nothing; `look` must be cheap and may find nothing changed.
 */
export function watchViews(view: Window, signal: AbortSignal, look: () => void): void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const soon = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = looksAfterMs.map((ms) => setTimeout(look, ms));
  };
  const options = { signal, capture: true, passive: true };
  for (const kind of ['hashchange', 'popstate', 'pageshow', 'focus', 'click', 'keyup'])
    view.addEventListener(kind, soon, options);
  listen(view.document, 'DOMContentLoaded', soon, { signal });
  // tells of history.pushState, which has no event of its own; not in every browser
  view.navigation?.addEventListener('currententrychange', soon, { signal });
  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
  });
  look();
}
