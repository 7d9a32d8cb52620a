import { type Refused, refuse } from './decision.ts';

/**
 * Characters that all devices together may pull: so many at once, and then so many more in a second, which is about half of what
 * one object has the time for.
 */
const burst = 4_000_000;
const perSecond = 16_000_000;

/** A character that is pushed costs as much time as so many that are pulled. */
const weightOfPushed = 10;

/** In debt for no more than this: once an import is over, pulling goes on at once. */
const mostDebt = perSecond;

/** Longest that anybody is asked to wait, in seconds. */
const longestWait = 10;

/**
 * Pulls give way to pushes. Whoever brings many records makes everybody pull all of them, which takes more time than bringing them;
 * a push that waits keeps somebody's work on one device, and a pull that waits keeps nothing from anybody for good.
 *
 * By what was sent and not by the clock: an object's clock stands still while it computes.
 */
export type PullAllowance = {
  /** What was pushed just now; `now` in milliseconds. */
  pushed(now: number, characters: number): void;
  /** A refusal where there is no time for a pull, or null. */
  refusal(now: number): Refused | null;
  pulled(now: number, characters: number): void;
};

export function pullAllowance(): PullAllowance {
  let left = burst;
  let at = Number.NEGATIVE_INFINITY;
  const spend = (now: number, characters: number) => {
    left = Math.min(burst, left + (Math.max(0, now - at) * perSecond) / 1000);
    at = Math.max(at, now);
    left = Math.max(-mostDebt, left - characters);
  };
  return {
    pushed: (now, characters) => spend(now, weightOfPushed * characters),
    pulled: spend,
    refusal: (now) => {
      spend(now, 0);
      if (left > 0) return null;
      const seconds = Math.min(longestWait, 2 + Math.ceil(-left / perSecond));
      return refuse('overloaded', 'The workspace is taking in more than it can hand out', {}, seconds);
    },
  };
}
