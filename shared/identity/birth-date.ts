import { against, type Evidence, evidence } from './pair-evidence.ts';

const bits = { same: 11, near: 4.5, far: 6 };

/** Days of birth, ISO 8601. Slips are near: a day or a month off, the year or the decade misread, day and month exchanged. */
export function compareBirthDates(a: string | null, b: string | null): Evidence {
  if (a === null || b === null) return null;
  if (a === b) return evidence(bits.same, 'same-birth-date', a, b);
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one === null || other === null) return null;
  return isNear(one, other) ? evidence(bits.near, 'similar-birth-date', a, b) : against(bits.far);
}

type Parts = { year: number; month: number; day: number };

function partsOf(text: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? null : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

function isNear(a: Parts, b: Parts): boolean {
  const years = Math.abs(a.year - b.year);
  if (![0, 1, 2, 9, 10, 11].includes(years)) return false;
  if (a.day === b.month && a.month === b.day && years === 0) return true;
  // The same day of the year give or take a month, the year aside
  const apart = Math.abs(dayOfYear(a) - dayOfYear(b));
  return Math.min(apart, 365 - apart) <= 45;
}

function dayOfYear({ month, day }: Parts): number {
  return (month - 1) * 30.4 + day;
}
