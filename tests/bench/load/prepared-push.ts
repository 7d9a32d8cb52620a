import { gzipSync } from 'node:zlib';
import { randomId } from '../../../shared/domain/ids.ts';
import { pushRequest3 } from '../../../shared/protocol/push-3.ts';
import { makeStamp } from '../../../shared/sync/stamp.ts';
import { benchRecords } from '../sync/records.ts';
import { captureOf, recordsPerCapture } from './capture-of.ts';

/** A push as it goes over the wire, made before its time so that making it takes nothing from the server's share. */
export type PreparedPush = { body: Uint8Array; last: string };

export type PushContent = {
  device: string;
  epoch: number;
  /** Id of the operation before, null for the first. */
  from: string | null;
  seed: number;
  first: number;
  records: number;
};

/** Captures as they come from reading mails, an operation each. */
export function preparePush({ device, epoch, from, seed, first, records }: PushContent): PreparedPush {
  const now = Date.now();
  const captures = benchRecords(records / recordsPerCapture, seed, first / recordsPerCapture);
  const operations = captures.map((record, at) => ({
    type: 'write' as const,
    id: randomId(),
    stamp: makeStamp(now, at, device),
    changes: captureOf(record, now),
  }));
  const request = pushRequest3(epoch, from, operations, device);
  return { body: gzipSync(JSON.stringify(request), { level: 1 }), last: operations.at(-1)?.id ?? '' };
}
