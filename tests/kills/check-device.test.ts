import { expect, test } from 'vitest';
import { findLocalDamage, wasSetBack } from './check-device.ts';
import type { AnyRecord } from './index-records.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { DevicePool } from './read-device.ts';

const edit = { kind: 'edit' as const, token: 'tel 1q2x', email: 'ines@gull.example' };

function poolOf(...records: (AnyRecord & { ours: boolean })[]): DevicePool {
  const held = new Map(records.map((record) => [record.id, record as never]));
  return {
    records: held,
    packed: 0,
    unsettled: 0,
    operations: [],
    parked: [],
    cursor: 0,
    notice: null,
  };
}

const nobody = () => false;

function acknowledged(): Ledger {
  const ledger = openLedger();
  ledger.ask('a', edit).acknowledged = true;
  ledger.answeredPush('a', edit.token);
  return ledger;
}

test('a device started again has lost what it had called recorded, but not what it can fetch from the server', () => {
  const ledger = openLedger();
  ledger.ask('a', edit).acknowledged = true;
  expect(findLocalDamage(poolOf(), 'a', ledger.entries, nobody)).toHaveLength(1);
  expect(wasSetBack(poolOf(), 'a', ledger.entries, nobody)).toBe(false);
  expect(findLocalDamage(poolOf(), 'a', acknowledged().entries, nobody)).toEqual([]);
  expect(wasSetBack(poolOf(), 'a', acknowledged().entries, nobody)).toBe(true);
  expect(findLocalDamage(poolOf(), 'b', acknowledged().entries, nobody)).toEqual([]);
});

test('a device whose storage was cleared may still have to fetch what it had', () => {
  const ledger = acknowledged();
  ledger.clear('a');
  expect(findLocalDamage(poolOf(), 'a', ledger.entries, nobody)).toEqual([]);
});

test('a record of the device’s own without its operation is torn', () => {
  const person = { kind: 'person', id: 'ines', state: {} };
  expect(findLocalDamage(poolOf({ ...person, ours: true }), 'a', [], nobody)).toHaveLength(1);
  expect(findLocalDamage(poolOf({ ...person, ours: false }), 'a', [], nobody)).toEqual([]);
});

test('a touch may name whom only the server has: the browser has set back what was fetched', () => {
  const touch = {
    kind: 'touch',
    id: 'mail',
    state: { fact: { people: [{ person: 'ines', role: 'from' }] } },
    ours: true,
  };
  const sighting = { kind: 'sighting', id: 'seen', state: { fact: { touch: 'mail' } }, ours: false };
  const pool = poolOf(touch as never, sighting as never);
  pool.operations.push({ type: 'write', changes: [{ on: 'touch', id: 'mail' }] } as never);
  expect(findLocalDamage(pool, 'a', [], nobody)).toHaveLength(1);
  expect(wasSetBack(pool, 'a', [], nobody)).toBe(false);
  expect(findLocalDamage(pool, 'a', [], (id) => id === 'ines')).toEqual([]);
  expect(wasSetBack(pool, 'a', [], (id) => id === 'ines')).toBe(true);
});
