/** How a page writes dates: an IANA time zone, a BCP 47 language, and a strftime format where one is known. */
export type DateStyle = { timeZone: string; language: string; dateFormat?: string };

const clock = /(\d{1,2})[:.h](\d{2})(?::\d{2})?(?:\s?([ap])\.?\s?m\b)?/gi;
const fields: Record<string, 'day' | 'month' | 'year'> = {
  ...{ d: 'day', e: 'day' },
  ...{ m: 'month', B: 'month', b: 'month' },
  ...{ Y: 'year', y: 'year' },
};

const letters = /[\p{L}\p{M}]+/gu;

type Fields = { day: number; month: number; year: number };

/**
 * A date with a time, as a page shows it to a person (`Friday, October 23, 2026 08:30 UTC`) → milliseconds since the epoch,
 * to the minute. Null wherever it could be read in two ways. Texts over 200 characters are none.
 */
export function parseShownDate(text: string, style: DateStyle): number | null {
  const time = text.length > 200 ? undefined : [...text.matchAll(clock)].at(-1);
  if (time === undefined) return null;
  const found = dateFields(text.slice(0, time.index), style);
  const hour = hourOf(Number(time[1]), time[3]);
  const minute = Number(time[2]);
  if (found === null || hour > 23 || minute > 59) return null;
  const year = found.year < 100 ? 2000 + found.year : found.year;
  if (found.month < 1 || found.month > 12 || found.day < 1 || found.day > 31) return null;
  return inZone(Date.UTC(year, found.month - 1, found.day, hour, minute), style.timeZone);
}

function dateFields(text: string, { language, dateFormat = '' }: DateStyle): Fields | null {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const named = monthsNamed(text, language);
  if (named.size > 1) return null;
  const month = [...named][0] ?? null;
  if (month !== null && numbers.length === 2) {
    const year = numbers.find((number) => number >= 1000);
    const day = numbers.find((number) => number <= 31);
    if (year !== undefined && day !== undefined) return { day, month, year };
  }
  const order = [...dateFormat.matchAll(/%[-_0]?([a-zA-Z])/g)].flatMap(
    ([, letter = '']) => fields[letter] ?? [],
  );
  if (month === null && order.length === 0) return numericFields(numbers);
  const numeric = month === null ? order : order.filter((field) => field !== 'month');
  if (numeric.length !== numbers.length) return null;
  const found = { day: 0, month: month ?? 0, year: 0 };
  for (const [i, field] of numeric.entries()) found[field] = numbers[i] ?? 0;
  return found;
}

/** `2026-11-17` and, where only one of two can be the month, `11/17/2026` or `17.11.2026`. */
function numericFields(numbers: readonly number[]): Fields | null {
  const [a = 0, b = 0, c = 0] = numbers;
  if (numbers.length !== 3) return null;
  if (a >= 1000) return { year: a, month: b, day: c };
  if (c < 1000 || (a <= 12 && b <= 12 && a !== b)) return null;
  return a > 12 ? { day: a, month: b, year: c } : { day: b, month: a, year: c };
}

function hourOf(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** The months (1…12) that are named in that language, in full or else in short, as alone and as beside a day. */
function monthsNamed(text: string, language: string): Set<number> {
  const words = new Set(text.toLowerCase().match(letters) ?? []);
  const named = new Set<number>();
  for (const width of ['long', 'short'] as const) {
    for (const beside of [{}, { day: 'numeric' } as const]) {
      const format = formatIn(language, { month: width, timeZone: 'UTC', ...beside });
      for (let month = 1; month <= 12; month += 1) if (words.has(monthName(month, format))) named.add(month);
    }
    if (named.size > 0) break;
  }
  return named;
}

function monthName(month: number, format: Intl.DateTimeFormat | null): string {
  const parts = format?.formatToParts(Date.UTC(2024, month - 1, 15));
  const name = parts?.find(({ type }) => type === 'month')?.value ?? '';
  return name.toLowerCase().match(letters)?.join('') ?? '';
}

/** Null for a language or time zone that the browser does not know. */
function formatIn(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(language.replace('_', '-'), options);
  } catch {
    return null;
  }
}

/** Wall-clock time, given as if it were UTC → UTC. In the hour that comes twice in autumn, the first is meant. */
function inZone(wall: number, timeZone: string): number | null {
  const format = formatIn('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric' },
  });
  if (timeZone === '' || format === null) return null;
  const offsetAt = (ms: number) => {
    const parts = format.formatToParts(ms);
    const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - ms;
  };
  const early = wall - offsetAt(wall - 86_400_000);
  return early + offsetAt(early) === wall ? early : wall - offsetAt(wall + 86_400_000);
}
