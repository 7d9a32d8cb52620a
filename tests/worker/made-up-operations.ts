import { randomId } from '../../shared/domain/ids.ts';
import type { Sighting } from '../../shared/domain/sighting.ts';
import type { Touch } from '../../shared/domain/touch.ts';
import type { Command, CommandOperation, WriteOperation } from '../../shared/protocol/operation.ts';
import type { Change, RegisterChange } from '../../shared/sync/change.ts';
import { makeStamp } from '../../shared/sync/stamp.ts';

/** Some moment in November 2026; no test reads the machine's clock. */
export const noon = Date.UTC(2026, 10, 22, 12);

export function write(...changes: Change[]): WriteOperation {
  return { type: 'write', id: randomId(), stamp: makeStamp(noon, 0, 'test'), changes };
}

export function writeAt(ms: number, ...changes: Change[]): WriteOperation {
  return { ...write(...changes), stamp: makeStamp(ms, 0, 'test') };
}

export function command(body: Command): CommandOperation {
  return { type: 'command', id: randomId(), stamp: makeStamp(noon, 0, 'test'), command: body };
}

export function account(
  id: string,
  name = 'Gull & Daughters',
  more: Partial<RegisterChange> = {},
): RegisterChange {
  return { on: 'account', id, rank: 'page', set: { name }, ...more };
}

export function person(id: string, name = 'Ines Gull', more: Partial<RegisterChange> = {}): RegisterChange {
  return { on: 'person', id, rank: 'page', set: { name }, ...more };
}

/** 43 characters of base64url, the same for the same text. */
export function keyOf(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').padEnd(43, '0');
}

export function touch(id: string, fact: Partial<Touch> = {}): Change {
  const whole: Touch = {
    channel: 'email',
    direction: 'in',
    at: noon,
    precision: 'minute',
    subject: 'Offer 1042',
    people: [],
    accounts: [],
    ours: [],
    strong: null,
    weak: null,
    ...fact,
  };
  return { on: 'touch', id, fact: whole };
}

export function sighting(id: string, subject: string, fact: Partial<Sighting> = {}): Change {
  const whole: Sighting = {
    subject: { kind: 'person', id: subject },
    touch: null,
    source: { origin: 'https://mail.tidewater.test', title: null, path: null },
    seenAt: noon,
    reader: { id: 'roundcube', version: 1 },
    read: { name: 'Ines Gull' },
    sure: 0.9,
    ...fact,
  };
  return { on: 'sighting', id, fact: whole };
}
