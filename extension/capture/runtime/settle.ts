import type { Page } from '../sites/adapter.ts';
import { listen } from '../unclobbered.ts';

export type SettleOptions = {
  page: Page;
  /** What to observe while waiting; asked again until it is there. */
  root: () => Element | null;
  /** Tried at once and after changes; true ends the waiting. */
  attempt: () => boolean;
  /** Milliseconds after which the waiting ends without success. */
  patienceMs: number;
  signal: AbortSignal;
};

const shortest = 8;
const longest = 250;

/**
 * Waits until `attempt` succeeds: it is tried after changes within `root`, when the document is parsed, and at growing
 * intervals (8 ms to 250 ms) for what no observer tells. True on success; false when it took too long or was aborted.
 */
export function settle({ page, root, attempt, patienceMs, signal }: SettleOptions): Promise<boolean> {
  const { doc } = page;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const until = performance.now() + patienceMs;
  const ending = new AbortController();
  let pause = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let burst: ReturnType<typeof setTimeout> | undefined;
  let observed: Element | null = null;
  let observer: MutationObserver | null = null;

  function end(done: boolean): void {
    ending.abort();
    observer?.disconnect();
    clearTimeout(timer);
    clearTimeout(burst);
    resolve(done);
  }
  function step(): void {
    if (ending.signal.aborted) return;
    clearTimeout(timer);
    const done = attempt();
    // what was looked at may have ended the waiting by itself
    if (ending.signal.aborted) return;
    if (done || performance.now() >= until) {
      end(done);
      return;
    }
    watchRoot();
    timer = setTimeout(step, pause);
    pause = Math.min(longest, pause * 1.5);
  }
  function watchRoot(): void {
    // while the document is parsed every batch would be a change
    const found = doc.readyState === 'loading' ? null : root();
    if (found === null || found === observed) return;
    observer?.disconnect();
    observer = new MutationObserver(changed);
    observer.observe(found, { childList: true, subtree: true, characterData: true });
    observed = found;
  }

  function changed(): void {
    // a burst of changes is looked at once
    burst ??= setTimeout(() => {
      burst = undefined;
      step();
    }, shortest);
  }

  if (signal.aborted) return Promise.resolve(false);
  listen(doc, 'DOMContentLoaded', step, { signal: ending.signal });
  signal.addEventListener('abort', () => end(false), { signal: ending.signal });
  step();
  return promise;
}
