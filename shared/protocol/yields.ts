import * as v from 'valibot';
import { countEntries, countedReader, isWithin } from '../yield/yield-counts.ts';

/** `days`: how far back a device still sends; more than it may be offline for. `rows`: of one request, and of one device and day. */
export const yieldLimits = { days: 30, rows: 200, rowsPerDay: 24, keptDays: 400 } as const;

const place = {
  /** UTC, days since 1970-01-01. */
  day: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  reader: countedReader,
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
};

/** One device's totals of a day so far, for one version of one reader: numbers, and nothing of whom or where. */
export const yieldRow = v.pipe(
  v.object({ ...place, ...countEntries }),
  v.check((row) => isWithin(row), 'parts within the whole'),
);

/** POST /v1/yields. Totals, not differences: repeating it is harmless, and an older total changes nothing. Answers null. */
export const yieldsRequest = v.object({
  rows: v.pipe(v.array(yieldRow), v.minLength(1), v.maxLength(yieldLimits.rows)),
});

/** GET /v1/yields?days= (admin): the last so many days. */
export const yieldsQuery = v.object({
  days: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(yieldLimits.keptDays)),
    yieldLimits.keptDays,
  ),
});

const sum = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Summed over all devices, by day, reader and version. */
export const yieldsResponse = v.object({
  rows: v.array(
    v.object({ ...place, seen: sum, read: sum, partly: sum, refused: sum, opened: sum, used: sum }),
  ),
  now: v.number(),
});
export type YieldsResponse = v.InferOutput<typeof yieldsResponse>;
