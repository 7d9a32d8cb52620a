import { createHash } from 'node:crypto';
import { idFromBytes, timedId } from '../../../shared/domain/ids.ts';
import type { Change } from '../../../shared/sync/change.ts';
import type { BenchRecord } from '../sync/records.ts';
import { changeOf } from '../sync/subjects/change-of.ts';

/** Records of one capture. */
export const recordsPerCapture = 5;

/**
 * What reading one mail of a new contact at `at` (ms) writes: their company, them, that they work there, the mail, and the evidence.
 * Ids of evidence begin with the time, as the extension's do; the others are derived and lie anywhere.
 */
export function captureOf(record: BenchRecord, at: number): Change[] {
  const [account, affiliation] = [idOf('account', record.id), idOf('affiliation', record.id)];
  const [touch, sighting] = [timedIdOf('touch', record.id, at), timedIdOf('sighting', record.id, at)];
  const domain = record.email.split('@')[1] ?? '';
  return [
    { on: 'account', id: account, rank: 'page', set: { name: domain }, add: { domains: [domain] } },
    { ...changeOf(record), rank: 'page' },
    { on: 'affiliation', id: affiliation, rank: 'page', set: { person: record.id, account } },
    {
      on: 'touch',
      id: touch,
      fact: {
        channel: 'email',
        direction: 'in',
        at,
        precision: 'minute',
        subject: record.note.slice(0, 60),
        people: [{ person: record.id, role: 'from' }],
        accounts: [account],
        ours: [],
        strong: keyOf('strong', record.id),
        weak: keyOf('weak', record.id),
      },
    },
    {
      on: 'sighting',
      id: sighting,
      fact: {
        subject: { kind: 'person', id: record.id },
        touch,
        source: { origin: 'https://mail.tidewater.test', title: null, path: null },
        seenAt: at,
        reader: { id: 'roundcube', version: 1 },
        read: { name: record.name, emails: [record.email] },
        sure: 0.9,
      },
    },
  ];
}

function idOf(kind: string, id: string): string {
  return idFromBytes(bytesOf(kind, id));
}

function timedIdOf(kind: string, id: string, at: number): string {
  return timedId(at, (count) => Uint8Array.from(bytesOf(kind, id).subarray(0, count)));
}

function bytesOf(kind: string, id: string): Buffer {
  return createHash('sha256').update(`${kind} ${id}`).digest();
}

function keyOf(purpose: string, id: string): string {
  return createHash('sha256').update(`${purpose} ${id}`).digest('base64url');
}
