import { expect, test } from 'vitest';
import { planBlocks } from './run-kills.ts';

test('the blocks of a run have its kills, no block many of them', () => {
  const plan = planBlocks({ browsers: 503, workers: 200, serviceWorkers: 470, seed: 1 });
  const sum = (name: 'browser killed' | 'worker killed' | 'service worker stopped') =>
    plan.reduce((all, faults) => all + faults[name], 0);
  expect([sum('browser killed'), sum('worker killed'), sum('service worker stopped')]).toEqual([
    503, 200, 470,
  ]);
  expect(Math.max(...plan.map((faults) => faults['browser killed']))).toBeLessThanOrEqual(25);
});
