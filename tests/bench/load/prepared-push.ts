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
  /** When the first of them was captured, in milliseconds since the epoch. */
  at: number;
};

/** Captures as they come from reading mails, an operation each. */
export function preparePush({ device, epoch, from, seed, first, records, at }: PushContent): PreparedPush {
  const captures = benchRecords(records / recordsPerCapture, seed, first / recordsPerCapture);
  const operations = captures.map((record, i) => ({
    type: 'write' as const,
    id: randomId(),
    stamp: makeStamp(at, i, device),
    changes: captureOf(record, at + i),
  }));
  const request = pushRequest3(epoch, from, operations, device);
  return { body: gzipSync(JSON.stringify(request), { level: 1 }), last: operations.at(-1)?.id ?? '' };
}
