const earliest = Date.UTC(1990, 0, 1);
const tenYearsMs = 10 * 366 * 86_400_000;

/**
 * A date as a page shows it, or null where no mail can have it: it was then read from something else, or in the wrong order. A
 * mail's own header may say what it will.
 */
export function plausibleDate(ms: number | null, now: number): number | null {
  return ms !== null && ms >= earliest && ms <= now + tenYearsMs ? ms : null;
}
