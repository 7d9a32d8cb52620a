import { type Refused, refuse } from './decision.ts';

/** What waited longer for its turn than this is refused unread: so a queue that has grown too long empties instead of growing. */
const patienceMs = 3_000;

/** Longest that anybody is asked to wait, in seconds. */
const longestWait = 30;

/**
 * A refusal where a request waited too long, or null. An object does one thing at a time and cannot see who waits; how old the
 * front's call is when its turn comes says it. `waited` is in milliseconds; two machines' clocks may differ by less than the
 * patience.
 */
export function overloadAfter(waited: number): Refused | null {
  if (waited <= patienceMs) return null;
  const seconds = Math.min(longestWait, Math.ceil(waited / 1000));
  return refuse('overloaded', 'The workspace cannot keep up', {}, seconds);
}
