import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noDamage } from './check-pool.ts';
import { runKills } from './run-kills.ts';

test('killed browsers, workers and service workers lose, tear and double nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-kills-'));
  try {
    const wanted = { browsers: 2, workers: 2, serviceWorkers: 4, seed: 1 };
    const { signal } = new AbortController();
    const { blocks } = await runKills({ folder: join(folder, 'run'), wanted, signal, told: () => {} });
    expect(blocks.map(({ damage }) => damage)).toEqual([noDamage()]);
    expect(blocks.map(({ struck }) => struck['browser killed'])).toEqual([2]);
    expect(blocks[0]?.records.acknowledged).toBeGreaterThan(0);
    expect(blocks[0]?.records.answered).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
