import * as v from 'valibot';

/** The readers of webmails: of other pages no counts are kept, since most name nobody and nothing could be read off a share. */
export const countedReader = v.picklist(['roundcube', 'sogo', 'gmail', 'outlook']);
export type CountedReader = v.InferOutput<typeof countedReader>;

const names = ['seen', 'read', 'partly', 'refused', 'opened', 'used'] as const;

/**
 * What one reader made of one day's mails: numbers and nothing else. `seen`: mails that were on view; of those, `read` with sender,
 * recipients and date, `partly` with one of these missing, `refused` not at all; the rest showed nothing (a draft, junk).
 * `opened`: how often the webmail was loaded; `used`: of those, how often a mail came on view.
 */
export type YieldCounts = Record<(typeof names)[number], number>;

/** More than anybody opens in a day. */
const mostCounted = 100_000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));
export const countEntries = {
  seen: count,
  read: count,
  partly: count,
  refused: count,
  opened: count,
  used: count,
};

/** Whether no part is greater than its whole. */
export function isWithin({ seen, read, partly, refused, opened, used }: YieldCounts): boolean {
  return read + partly + refused <= seen && used <= opened;
}

export const yieldCounts = v.pipe(v.object(countEntries), v.check(isWithin, 'parts within the whole'));

export const noCounts: YieldCounts = { seen: 0, read: 0, partly: 0, refused: 0, opened: 0, used: 0 };

export function addCounts(one: YieldCounts, other: YieldCounts): YieldCounts {
  const sum = { ...one };
  for (const name of names) sum[name] += other[name];
  return sum;
}

/** Grows with everything that is counted, so that of two states of one day's counts the greater is the later one. */
export function totalOf({ seen, opened, used }: YieldCounts): number {
  return seen + opened + used;
}

const dayMs = 86_400_000;

/** The UTC day in which a moment lies: days since 1970-01-01. */
export function dayOf(ms: number): number {
  return Math.floor(ms / dayMs);
}

/** The moment at which a UTC day begins, milliseconds since the epoch. */
export function startOfDay(day: number): number {
  return day * dayMs;
}
