import type { Result } from '../rpc/notice.ts';

export type ReachedAgain = {
  /** How a round of sync ended. */
  roundEnded(answer: Result<null>): void;
  /** Calls back, until the signal aborts, whenever a round succeeds after one that failed. */
  onReachedAgain(listener: () => void, signal: AbortSignal): void;
};

/** Lets those who wait with growing pauses know that others got through. Not after each round: what refuses us alone still would. */
export function reachedAgain(): ReachedAgain {
  const listeners = new Set<() => void>();
  let failed = false;
  return {
    roundEnded: ({ ok }) => {
      const again = ok && failed;
      failed = !ok;
      if (again) for (const listener of [...listeners]) listener();
    },
    onReachedAgain: (listener, signal) => {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}
