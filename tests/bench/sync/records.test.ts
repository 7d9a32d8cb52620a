import { expect, it } from 'vitest';
import { benchRecord, benchRecords } from './records.ts';

it('are the same for the same seed, and others for another', () => {
  expect(benchRecords(20, 3)).toEqual(benchRecords(20, 3));
  expect(benchRecord(7, 3)).toEqual(benchRecords(20, 3)[7]);
  expect(benchRecord(7, 4).id).not.toBe(benchRecord(7, 3).id);
});

it('have ten fields and about 400 bytes', () => {
  const records = benchRecords(500);
  const bytes = JSON.stringify(records).length / records.length;
  expect(Object.keys(records[0] ?? {})).toHaveLength(11);
  expect(bytes).toBeGreaterThan(380);
  expect(bytes).toBeLessThan(520);
});

it('share no id and no address, within a seed and across', () => {
  const records = [...benchRecords(2000, 1), ...benchRecords(2000, 2)];
  const distinct = new Set(records.flatMap(({ id, email, privateEmail }) => [id, email, privateEmail]));
  expect(distinct.size).toBe(3 * records.length);
});
