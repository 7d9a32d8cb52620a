import { type ChartPoint, type DayShare, pChart } from './p-chart.ts';
import { addCounts, type CountedReader, noCounts, type YieldCounts } from './yield-counts.ts';
import { fallIn, type Verdict, verdictOf } from './yield-verdict.ts';

/** Counts of one UTC day (days since 1970-01-01) by one version of one reader. */
export type YieldRow = { day: number; reader: CountedReader; version: number } & YieldCounts;

export type HealthDay = YieldCounts & {
  day: number;
  /** Versions that counted on the day, ascending: during an update there are two. */
  versions: number[];
  /** Null where no mail was on view. */
  point: ChartPoint | null;
};

/** How one reader does: what an admin looks at. */
export type ReaderHealth = {
  reader: CountedReader;
  /** In order; days without any count are missing. */
  days: HealthDay[];
  verdict: Verdict;
  /** The webmail is opened as ever and mails come on view far less often: the reader perhaps no longer sees them. */
  idle: Extract<Verdict, { kind: 'fell' }> | null;
  /** The days on which a version counted for the first time, but for the first of all. */
  newVersions: { day: number; version: number }[];
};

/** Rows in any order → one health for each reader that has any, by name. */
export function readerHealths(rows: readonly YieldRow[]): ReaderHealth[] {
  const byReader = Map.groupBy(rows, ({ reader }) => reader);
  return [...byReader].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reader, own]) => healthOf(reader, own));
}

function healthOf(reader: CountedReader, rows: readonly YieldRow[]): ReaderHealth {
  const days = [...Map.groupBy(rows, ({ day }) => day)]
    .sort(([a], [b]) => a - b)
    .map(([day, own]) => ({
      day,
      ...own.map(countsOf).reduce(addCounts, noCounts),
      versions: [...new Set(own.map(({ version }) => version))].sort((a, b) => a - b),
    }));
  const points = pChart(days.map(({ day, seen, read }): DayShare => ({ day, n: seen, good: read })));
  const pointOf = new Map(points.map((point) => [point.day, point]));
  const visits = pChart(days.map(({ day, opened, used }): DayShare => ({ day, n: opened, good: used })));
  return {
    reader,
    days: days.map((one) => ({ ...one, point: pointOf.get(one.day) ?? null })),
    verdict: verdictOf(points),
    idle: fallIn(visits),
    newVersions: newVersions(days),
  };
}

function countsOf({ seen, read, partly, refused, opened, used }: YieldRow): YieldCounts {
  return { seen, read, partly, refused, opened, used };
}

function newVersions(days: readonly { day: number; versions: number[] }[]): ReaderHealth['newVersions'] {
  const known = new Set(days[0]?.versions);
  return days.flatMap(({ day, versions }) =>
    versions.flatMap((version) => (known.size === known.add(version).size ? [] : [{ day, version }])),
  );
}
