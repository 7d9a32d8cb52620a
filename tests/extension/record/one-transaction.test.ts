import { IDBDatabase } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { recordReading } from '../../../extension/record/record-reading.ts';
import { stampMs } from '../../../shared/sync/stamp.ts';
import {
  type MadeUpDevice,
  madeUpDevice,
  madeUpMail,
  madeUpReading,
  noon,
  policy,
} from '../made-up-device.ts';

fc.configureGlobal({ seed: 20_261_122 });

const tables = [
  'accounts',
  'people',
  'affiliations',
  'touches',
  'sightings',
  'outbox',
  'suggestions',
] as const;

async function counts({ db }: MadeUpDevice): Promise<number[]> {
  return Promise.all(tables.map((table) => db[table].count()));
}

const mail = madeUpMail({ cc: [{ name: 'Bo South', email: 'bo@south.example' }] });

describe('a capture', () => {
  it.each(tables)('leaves nothing behind where writing to %s fails', async (table) => {
    const device = await madeUpDevice();
    const before = await counts(device);
    device.db[table].hook('creating', () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    await expect(recordReading(device, madeUpReading([mail]), policy)).rejects.toThrow();
    expect(await counts(device)).toEqual(before);
  });

  it('asks the browser for strict durability', async () => {
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const device = await madeUpDevice();
    await recordReading(device, madeUpReading([mail]), policy);
    const writing = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    opened.mockRestore();
    expect(writing.length).toBeGreaterThan(0);
    for (const [, , options] of writing) expect(options).toMatchObject({ durability: 'strict' });
  });

  it('is one operation, whatever the number of mails, as long as the protocol takes it', async () => {
    const device = await madeUpDevice();
    const mails = Array.from({ length: 20 }, (_, i) => madeUpMail({ messageId: `${i}@harbour.example` }));
    expect(await recordReading(device, madeUpReading(mails), policy)).toMatchObject({
      touches: 20,
      operations: 1,
    });
  });

  it('is cut into several where the protocol does not take it whole', async () => {
    const device = await madeUpDevice();
    const to = Array.from({ length: 300 }, (_, i) => ({ name: `Person ${i}`, email: `p${i}@c${i}.example` }));
    const sent = madeUpMail({ from: { name: null, email: 'jonas.weber@tidewater.test' }, to });
    const { operations } = await recordReading(device, madeUpReading([sent]), policy);
    expect(operations).toBeGreaterThan(1);
    for (const { operation } of await device.db.outbox.toArray()) {
      expect(operation.type === 'write' && operation.changes.length <= 400).toBe(true);
    }
    expect(await device.db.people.count()).toBe(300);
  });

  it('gives stamps that always rise, wherever within a minute the clock stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(59_000), { minLength: 2, maxLength: 6 }), async (times) => {
        const stamps = await stampsAt(times);
        expect(stamps).toEqual(stamps.toSorted());
        expect(new Set(stamps).size).toBe(times.length);
      }),
      { numRuns: 30 },
    );
  });

  it('takes the present again for its stamps after a clock that ran a year ahead', async () => {
    const year = 365 * 24 * 3_600_000;
    const [, later] = await stampsAt([year, 1000]);
    expect(stampMs(later ?? '')).toBe(noon + 1000);
  });
});

/** The stamps of captures made at these times after noon, in the order of making. */
async function stampsAt(times: readonly number[]): Promise<string[]> {
  const device = await madeUpDevice();
  for (const [i, time] of times.entries()) {
    device.clock.now = noon + time;
    await recordReading(device, madeUpReading([madeUpMail({ messageId: `${i}@harbour.example` })]), policy);
  }
  return (await device.db.outbox.orderBy('n').toArray()).map((row) => row.operation.stamp);
}
