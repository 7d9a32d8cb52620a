import * as v from 'valibot';
import { type YieldsResponse, yieldsResponse } from '../../../../shared/protocol/yields.ts';
import type { YieldRow } from '../../../../shared/yield/reader-health.ts';
import type { Store } from '../storage/store.ts';

/**
 * Takes a device's total of a day, reader and version, if it is ahead of the one that is here: the whole row, so that its
 * parts stay within their wholes.
 */
export function raiseYield(store: Store, device: string, row: YieldRow): void {
  const { day, reader, version, seen, read, partly, refused, opened, used } = row;
  store.write(
    `INSERT INTO yield (day, device, reader, version, seen, read, partly, refused, opened, used)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (day, device, reader, version) DO UPDATE SET seen = excluded.seen, read = excluded.read,
       partly = excluded.partly, refused = excluded.refused, opened = excluded.opened, used = excluded.used
     WHERE excluded.seen + excluded.opened + excluded.used > seen + opened + used`,
    ...[day, device, reader, version],
    ...[seen, read, partly, refused, opened, used],
  );
}

const place = v.object({ day: v.number(), reader: v.string(), version: v.number() });

/** The days since `day`, readers and versions of which this device has sent a total. */
export function yieldPlaces(store: Store, device: string, day: number): v.InferOutput<typeof place>[] {
  return store.read(
    place,
    'SELECT day, reader, version FROM yield WHERE device = ? AND day >= ?',
    device,
    day,
  );
}

/** All devices' totals as one, from `day` on. */
export function yieldsSince(store: Store, day: number): YieldsResponse['rows'] {
  return store.read(
    yieldsResponse.entries.rows.item,
    `SELECT day, reader, version, sum(seen) AS seen, sum(read) AS read, sum(partly) AS partly, sum(refused) AS refused,
       sum(opened) AS opened, sum(used) AS used
     FROM yield WHERE day >= ? GROUP BY day, reader, version ORDER BY day, reader, version`,
    day,
  );
}

export function dropYieldsBefore(store: Store, day: number): void {
  store.write('DELETE FROM yield WHERE day < ?', day);
}
