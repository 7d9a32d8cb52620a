import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { withFileLock } from './file-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('lets one work at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(10);
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withFileLock(join(folder, 'one'), work)));
  expect(most).toBe(1);
});

it('is free again after work that failed', async () => {
  const path = join(folder, 'two');
  await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withFileLock(path, async () => 'again')).toBe('again');
});

it('takes over from a process that is gone', async () => {
  const path = join(folder, 'three');
  writeFileSync(path, `${process.pid} 1`); // our pid, but a process that was started long ago
  expect(await withFileLock(path, async () => 'mine')).toBe('mine');
});
