import * as v from 'valibot';

/**
 * A hybrid logical clock reading that sorts as text: 12 hex digits of milliseconds since the epoch, 4 of a counter, and the
 * device that made it. Kulkarni et al., "Logical Physical Clocks" (2014), with the device as the last tie-breaker.
 */
export type Stamp = string;

export const stampSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{1,26}$/, 'not a stamp'),
);

const counterLimit = 0xffff;

export function makeStamp(ms: number, counter: number, device: string): Stamp {
  return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

export function stampMs(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 12), 16);
}

/**
 * The stamp that follows `last` on this device at `now` (milliseconds, already corrected to the server's clock). A clock that
 * ran backwards never stalls anybody: the counter runs on from the last stamp.
 */
export function nextStamp(last: Stamp | null, now: number, device: string): Stamp {
  const lastMs = last === null ? -1 : stampMs(last);
  if (now > lastMs) return makeStamp(Math.max(0, Math.floor(now)), 0, device);
  const counter = Number.parseInt((last as Stamp).slice(13, 17), 16) + 1;
  return counter > counterLimit ? makeStamp(lastMs + 1, 0, device) : makeStamp(lastMs, counter, device);
}

/** A stamp that runs more than `ahead` milliseconds before `now` is set to `now`; others come back as they are. */
export function clampStamp(stamp: Stamp, now: number, ahead = 60_000): Stamp {
  if (stampMs(stamp) <= now + ahead) return stamp;
  return makeStamp(now, Number.parseInt(stamp.slice(13, 17), 16), stamp.slice(18));
}
