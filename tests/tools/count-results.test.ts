import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { BegunTest, CountedTest } from './count-results.ts';
import { PROJECT } from './project.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs these files with Vitest and the reporter. */
function countOf(files: Record<string, string>): CountedTest[] {
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, source] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { beforeAll, describe, expect, it } from 'vitest';\n${source}`);
  }
  const results = join(folder, 'results');
  spawnSync(
    process.execPath,
    [
      join(PROJECT, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', folder, `--reporter=${PROJECT}/tests/tools/count-results.ts`],
    ],
    { env: { ...process.env, HOLDFAST_RESULTS: results }, stdio: 'ignore' },
  );
  const lines = readFileSync(results, 'utf8').trim().split('\n');
  return lines
    .map((line): CountedTest | BegunTest => JSON.parse(line))
    .filter((line) => line.state !== 'begun')
    .sort((a, b) => a.name.localeCompare(b.name));
}

it('counts passed, failed and skipped tests, and what breaks outside of them', () => {
  const counted = countOf({
    'a.test.ts': `
      it('passes', () => {});
      it('fails', () => { expect(1).toBe(2); });
      it('is skipped', (test) => { test.skip('no root here'); });`,
    'b.test.ts': `throw new Error('cannot be loaded');`,
    'c.test.ts': `describe('a suite', () => {
      beforeAll(() => { throw new Error('cannot be set up'); });
      it('never runs', () => {});
    });`,
    'd.test.ts': `it('leaves a promise', () => { void Promise.reject(new Error('unheard')); });`,
  });
  expect(counted).toContainEqual({ state: 'passed', name: 'a.test.ts > passes' });
  expect(counted).toContainEqual({ state: 'skipped', name: 'a.test.ts > is skipped', why: 'no root here' });
  const failed = counted.filter(({ state }) => state === 'failed').map(({ name }) => name);
  expect(failed).toEqual(
    expect.arrayContaining([
      'a.test.ts > fails',
      'an error that no test caught',
      'b.test.ts',
      'c.test.ts > a suite',
    ]),
  );
  expect(failed).not.toContain('d.test.ts > leaves a promise');
});
