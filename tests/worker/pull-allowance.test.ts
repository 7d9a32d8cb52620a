import { expect, it } from 'vitest';
import { pullAllowance } from '../../worker/src/workspace/pull-allowance.ts';

const megabyte = 1_000_000;
const begin = 1_700_000_000_000;

it('lets everybody pull while there is time', () => {
  const allowance = pullAllowance();
  for (let device = 0; device < 200; device += 1) {
    expect(allowance.refusal(begin)).toBeNull();
    allowance.pulled(begin, 0.015 * megabyte);
  }
});

it('refuses pulls while more is pushed than there is time for, says when to come again, and not once that is over', () => {
  const allowance = pullAllowance();
  for (let ms = 0; ms < 60_000; ms += 5) allowance.pushed(begin + ms, 10_000);
  const refused = allowance.refusal(begin + 60_000);
  expect(refused).toMatchObject({ kind: 'refused', problem: 'overloaded' });
  expect(refused?.retryAfter).toBeGreaterThanOrEqual(2);
  expect(refused?.retryAfter).toBeLessThanOrEqual(10);
  expect(allowance.refusal(begin + 62_000)).toBeNull();
});

it('keeps what may be pulled within a second’s share, however many ask', () => {
  const allowance = pullAllowance();
  let pulled = 0;
  for (let ms = 0; ms < 60_000; ms += 1) {
    if (allowance.refusal(begin + ms) !== null) continue;
    allowance.pulled(begin + ms, 0.2 * megabyte);
    pulled += 0.2 * megabyte;
  }
  expect(pulled / 60).toBeLessThan(17 * megabyte);
  expect(pulled / 60).toBeGreaterThan(15 * megabyte);
});

it('goes on where the clock is set back', () => {
  const allowance = pullAllowance();
  allowance.pulled(begin, 12 * megabyte);
  expect(allowance.refusal(begin - 3_600_000)).not.toBeNull();
  expect(allowance.refusal(begin + 2_000)).toBeNull();
});
