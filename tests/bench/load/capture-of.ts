import { createHash } from 'node:crypto';
import { idFromBytes } from '../../../shared/domain/ids.ts';
import type { Change } from '../../../shared/sync/change.ts';
import type { BenchRecord } from '../sync/records.ts';
import { changeOf } from '../sync/subjects/change-of.ts';

/** Records of one capture. */
export const recordsPerCapture = 5;

/** What reading one mail of a new contact writes: their company, them, that they work there, the mail, and the evidence. */
export function captureOf(record: BenchRecord, at: number): Change[] {
  const [account, affiliation, touch, sighting] = ['account', 'affiliation', 'touch', 'sighting'].map(
    (kind) => idOf(kind, record.id),
  ) as [string, string, string, string];
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
  return idFromBytes(createHash('sha256').update(`${kind} ${id}`).digest());
}

function keyOf(purpose: string, id: string): string {
  return createHash('sha256').update(`${purpose} ${id}`).digest('base64url');
}
