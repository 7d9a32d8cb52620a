/** How a page writes dates: an IANA time zone, a BCP 47 language, and a strftime format where one is known. */
export type DateStyle = { timeZone: string; language: string; dateFormat?: string };

const clock = /(\d{1,2})[:.h](\d{2})(?::\d{2})?(?:\s?([ap])\.?\s?m\b)?/gi;
const fields: Record<string, 'day' | 'month' | 'year'> = {
  ...{ d: 'day', e: 'day' },
  ...{ m: 'month', B: 'month', b: 'month' },
  ...{ Y: 'year', y: 'year' },
};

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
  const month = monthNamed(text, language);
  if (month !== null && numbers.length === 2) {
    const year = numbers.find((number) => number >= 1000);
    const day = numbers.find((number) => number <= 31);
    if (year !== undefined && day !== undefined) return { day, month, year };
  }
  const order = [...dateFormat.matchAll(/%[-_0]?([a-zA-Z])/g)].flatMap(
    ([, letter = '']) => fields[letter] ?? [],
  );
  const numeric = month === null ? order : order.filter((field) => field !== 'month');
  if (numeric.length === 0 || numeric.length !== numbers.length) return null;
  const found = { day: 0, month: month ?? 0, year: 0 };
  for (const [i, field] of numeric.entries()) found[field] = numbers[i] ?? 0;
  return found;
}

function hourOf(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** 1…12, by the names of the months in that language, alone and beside a day; null where none or several are named. */
function monthNamed(text: string, language: string): number | null {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  for (const width of ['long', 'short'] as const) {
    const named = new Set<number>();
    for (let month = 1; month <= 12; month += 1) {
      if (monthNames(month, width, language).some((name) => words.has(name))) named.add(month);
    }
    const [only] = named;
    if (only !== undefined) return named.size === 1 ? only : null;
  }
  return null;
}

function monthNames(month: number, width: 'long' | 'short', language: string): string[] {
  const middle = Date.UTC(2024, month - 1, 15);
  return [{}, { day: 'numeric' } as const].flatMap((beside) => {
    const format = formatIn(language, { month: width, timeZone: 'UTC', ...beside });
    const name = format?.formatToParts(middle).find(({ type }) => type === 'month')?.value ?? '';
    return (
      name
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu)
        ?.join('') ?? []
    );
  });
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
