import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bindChild } from './bind-child.ts';
import type { BegunTest, CountedTest } from './count-results.ts';
import { PROJECT } from './project.ts';
import { packageScript, runCommand } from './run-command.ts';

/** The projects of tests/vitest.config.ts. */
export type ProjectName = 'unit' | 'worker' | 'browser' | 'live';

const COUNTING = `${PROJECT}/tests/tools/count-results.ts`;
const CONFIG = ['--config', 'tests/vitest.config.ts', '--passWithNoTests'];

/**
 * Runs one project, its output going straight to ours, and counts its tests. One that takes longer than `limitMs` is
 * ended, and counts as one failed test more.
 */
export async function runProject(
  name: ProjectName,
  limitMs: number,
  signal: AbortSignal,
): Promise<CountedTest[]> {
  const results = resultsFile(name);
  const child = spawn(
    process.execPath,
    vitest(name, '--silent=passed-only', '--reporter=default', `--reporter=${COUNTING}`),
    {
      cwd: PROJECT,
      env: {
        ...process.env,
        HOLDFAST_RESULTS: results,
        ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    },
  );
  const ending = new AbortController();
  const limit = setTimeout(() => ending.abort(), limitMs);
  await bindChild(child, AbortSignal.any([signal, ending.signal]));
  clearTimeout(limit);
  const { counted, unfinished } = takeResults(results);
  const anyFailed = counted.some(({ state }) => state === 'failed');
  if (ending.signal.aborted) {
    const hanging =
      unfinished.length > 0 ? `still under way: ${unfinished.join('; ')}` : 'something in it hangs';
    counted.push(broken(name, `ended after ${Math.round(limitMs / 60_000)} minutes; ${hanging}`));
  } else if (signal.aborted) {
    counted.push(broken(name, 'the run was stopped'));
  } else if (child.exitCode !== 0 && !anyFailed) {
    counted.push(
      broken(name, `Vitest ended with ${child.exitCode ?? child.signalCode} and named no failed test`),
    );
  }
  return counted;
}

/** The tests of a project that cannot run here, all skipped for the reason given. */
export async function skipProject(name: ProjectName, why: string): Promise<CountedTest[]> {
  const results = resultsFile(name);
  // collected and not run, and neither is what would set them up: "vitest list" misses tests that are made in loops
  const nothing = ['-t', 'no test is called this'];
  const { output } = await runCommand(process.execPath, vitest(name, ...nothing, `--reporter=${COUNTING}`), {
    env: { HOLDFAST_RESULTS: results },
    limitMs: 120_000,
  });
  const { counted } = takeResults(results);
  if (counted.length === 0)
    return [broken(name, `its tests could not even be listed: ${output.slice(-500)}`)];
  return counted.map((test) => (test.state === 'skipped' ? { ...test, why } : test));
}

function vitest(name: ProjectName, ...args: string[]): string[] {
  return [packageScript('vitest/vitest.mjs'), 'run', ...CONFIG, '--project', name, ...args];
}

function resultsFile(name: ProjectName): string {
  const path = join(tmpdir(), `holdfast-results-${process.pid}-${name}.ndjson`);
  rmSync(path, { force: true });
  return path;
}

function takeResults(path: string): { counted: CountedTest[]; unfinished: string[] } {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  rmSync(path, { force: true });
  const written = lines
    .filter((line) => line !== '')
    .map((line): CountedTest | BegunTest => JSON.parse(line));
  const counted = written.filter((line) => line.state !== 'begun');
  const ended = new Set(counted.map(({ name }) => name));
  const begun = written.filter(({ state, name }) => state === 'begun' && !ended.has(name));
  return { counted, unfinished: begun.map(({ name }) => name) };
}

function broken(name: ProjectName, why: string): CountedTest {
  return { state: 'failed', name: `the ${name} tests`, why };
}
