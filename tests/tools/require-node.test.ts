import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { PROJECT } from './project.ts';

type RequireNode = { complaint(found: string, runsTypeScript: boolean): string };
const { complaint }: RequireNode = createRequire(import.meta.url)('./require-node.cjs');

it.each(['18.20.4', '20.9.0', '21.7.3'])('stops Node %s with what happened and what to do', (version) => {
  const sentence = complaint(version, false);
  expect(sentence).toContain(`still finds Node ${version}`);
  expect(sentence).toContain('install script did not run');
  expect(sentence).toContain('npm rebuild node --ignore-scripts=false');
});

it('stops a Node 22 that cannot run TypeScript yet', () => {
  expect(complaint('22.4.0', false)).toContain('22.18');
});

it.each(['22.18.0', '24.21.0', '26.0.0'])('lets Node %s pass', (version) => {
  expect(complaint(version, true)).toBe('');
});

it('lets the present Node run what follows', () => {
  const script = `${PROJECT}/tests/tools/require-node.cjs`;
  const { status, stdout } = spawnSync(process.execPath, ['-r', script, '-p', '1 + 1'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '2\n' });
});
