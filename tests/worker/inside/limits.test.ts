import { expect, test } from 'vitest';
import { memoryLimits } from '../../../worker/src/workspace/limits.ts';
import { noon } from '../made-up-operations.ts';

test('so many at once, then one at a time, for each who asks', () => {
  const limits = memoryLimits();
  const take = (who: string, at: number) => limits.take('quarantine', who, noon + at).wait;
  expect(Array.from({ length: 11 }, () => take('one', 0))).toEqual([...Array(10).fill(0), 10]);
  expect(take('other', 0)).toBe(0);
  expect(take('one', 4_000)).toBe(6);
  expect(take('one', 10_000)).toBe(0);
  expect(take('one', 10_000)).toBe(10);
});

test('a clock that runs backwards gives nothing and takes nothing', () => {
  const limits = memoryLimits();
  for (let i = 0; i < 10; i += 1) limits.take('quarantine', 'one', noon);
  expect(limits.take('quarantine', 'one', noon - 3_600_000).wait).toBe(10);
});
