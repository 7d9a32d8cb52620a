const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours from UTC, RFC 5322 §4.3. Military letters say nothing reliable there and count as UTC, as that section asks. */
const zoneHours: Record<string, number> = {
  ...{ ut: 0, gmt: 0, utc: 0, z: 0 },
  ...{ edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 },
};

const pattern =
  /^(?:[a-z]{1,12}\.?,?\s{0,20})?(\d{1,2})[\s-]{1,20}([a-z]{3})[a-z]{0,10}\.?[\s-]{1,20}(\d{2,4})\s{1,20}(\d{1,2})\s{0,9}:\s{0,9}(\d{2})(?:\s{0,9}:\s{0,9}(\d{2}))?(?:\s{0,20}([+-]\d{4}|[a-z]{1,5}))?/i;

/**
 * A `Date` header (RFC 5322 §3.3, with the obsolete years and zones of §4.3) → milliseconds since the epoch, UTC. Null where
 * it is none, or names no time zone that can be relied on.
 */
export function parseMailDate(value: string): number | null {
  const text = withoutComments(value.slice(0, 300)).trim();
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, day, monthName, shortYear, hour, minute, second, zone] = match;
  const month = months.indexOf((monthName as string).toLowerCase());
  const offset = offsetMinutes(zone ?? '');
  if (month < 0 || offset === null) return null;
  const year = fullYear(shortYear as string);
  // a leap second is the second after it
  const ms = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second ?? 0));
  const inRange =
    Number(day) >= 1 && Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) <= 60 && year >= 1970;
  const sameDay = new Date(Date.UTC(year, month, Number(day))).getUTCDate() === Number(day);
  return inRange && sameDay ? ms - offset * 60_000 : null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

function offsetMinutes(zone: string): number | null {
  if (/^[+-]\d{4}$/.test(zone)) {
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
    return Number(zone.slice(3)) < 60 && minutes <= 15 * 60
      ? zone.startsWith('-')
        ? -minutes
        : minutes
      : null;
  }
  const hours = zoneHours[zone.toLowerCase()];
  if (hours !== undefined) return hours * 60;
  return /^[a-ik-z]$/i.test(zone) ? 0 : null;
}

function withoutComments(text: string): string {
  let depth = 0;
  let out = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (depth === 0) out += char;
  }
  return out;
}
