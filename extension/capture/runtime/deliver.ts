import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { Acknowledgement, Background } from './background.ts';

/** Failures that pass by themselves; after any other, the same reading would fail again. */
const passing = new Set(['unreachable', 'storage', 'server-error', 'rate-limited']);
const mostWaiting = 50;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

export type Deliveries = { send(reading: PageReading): void };

/**
 * Hands readings to the background one after the other, and again until it acknowledges them, for as long as the page lives:
 * the service worker may be stopped, or the disk full. The newest 50 are kept.
 */
export function deliveries(background: Pick<Background, 'capture'>, signal: AbortSignal): Deliveries {
  const waiting: PageReading[] = [];
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    let pause = firstPauseMs;
    while (waiting.length > 0 && !signal.aborted) {
      const reading = waiting[0] as PageReading;
      const answer = await background.capture(reading);
      if (passes(answer)) {
        await wait(pause, signal);
        pause = Math.min(longestPauseMs, pause * 2);
        continue;
      }
      pause = firstPauseMs;
      // it may have been dropped for newer ones meanwhile
      if (waiting[0] === reading) waiting.shift();
    }
    running = false;
  };
  return {
    send(reading) {
      waiting.push(reading);
      if (waiting.length > mostWaiting) waiting.shift();
      void run();
    },
  };
}

/** Whether it failed for a reason that passes by itself. */
export function passes(answer: Acknowledgement): boolean {
  return answer.kind === 'failed' && passing.has(answer.notice.kind);
}

/** Resolves after that many milliseconds, or when the signal aborts. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
