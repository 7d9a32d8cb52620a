import { immortal, type Scheduler } from './scheduler.ts';

let scheduler: Scheduler | null = null;

/** The run under way: its time is what the process's own clock and timers show. */
export function useScheduler(next: Scheduler): void {
  scheduler = next;
}

/** A task of the platform takes so long: enough for others to come between. Milliseconds. */
const taskMs = 0.1;

/** Timers of the run, for code that has no dependency to ask. What they call dies with whoever asked for it. */
export const virtualTimers = {
  now: () => Math.floor(scheduler?.now() ?? 0),
  setImmediate: (run: () => void) => later(taskMs, run),
  setTimeout: (run: () => void, ms = 0) => later(Math.max(taskMs, ms), run),
  clear: (handle: unknown) => {
    if (typeof handle === 'object' && handle !== null && 'cancel' in handle) (handle.cancel as () => void)();
  },
};

function later(ms: number, run: () => void) {
  const cancel = scheduler?.after(ms, scheduler.life() ?? immortal, run) ?? (() => {});
  return { cancel, unref: () => {}, ref: () => {} };
}
