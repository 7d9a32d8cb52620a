import { randomUUID } from 'node:crypto';
import { runChecks } from '../check/run-checks.ts';
import type { CountedTest } from './count-results.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { stopWithParent } from './stop-with-parent.ts';
import { closingLines, exitCode, tally } from './tally.ts';
import { type ProjectName, runProject, skipProject } from './vitest-project.ts';
import { RUN_MARK, watchProcesses } from './watch-processes.ts';

const MINUTE = 60_000;
const LIMITS: Record<ProjectName, number> = {
  unit: 15 * MINUTE,
  worker: 15 * MINUTE,
  browser: 25 * MINUTE,
  live: 35 * MINUTE,
};
const ORDER: readonly ProjectName[] = ['unit', 'worker', 'browser', 'live'];

// `npm test -- unit worker` runs a part of it
const parts = process.argv.slice(2);
const unknown = parts.filter((part) => part !== 'check' && !ORDER.some((name) => name === part));
if (unknown.length > 0) {
  console.error(`npm test -- [check] [${ORDER.join('] [')}]: there is no ${unknown.join(', ')}`);
  process.exit(2);
}
const wanted = (part: string) => parts.length === 0 || parts.includes(part);

const ci = process.env.CI === 'true';
const mark = randomUUID();
process.env[RUN_MARK] = mark;
const watch = watchProcesses(mark);
const signal = stopWithParent();
const begun = Date.now();
const say = (line: string) => console.log(line);

const tests: CountedTest[] = [];
const chromium = await ensureChromium(signal, say);
say(chromium.kind === 'found' ? `Chromium: ${chromium.path}` : `Chromium: ${chromium.why}`);

if (wanted('check')) {
  say('\nnpm run check');
  for (const { name, result } of await runChecks(say)) {
    tests.push({ state: result.ok ? 'passed' : 'failed', name: `check: ${name}`, why: result.said });
  }
}

for (const name of ORDER.filter(wanted)) {
  if (signal.aborted) break;
  say(`\nthe ${name} tests`);
  const why = cannotRun(name);
  tests.push(
    ...(why === undefined ? await runProject(name, LIMITS[name], signal) : await skipProject(name, why)),
  );
  for (const { pid, command } of await watch.endLeft(10_000)) {
    tests.push({
      state: 'failed',
      name: `the ${name} tests left process ${pid} behind`,
      why: command.slice(0, 200),
    });
  }
}
watch.stop();

const counted = tally(tests);
say(`\n${Math.round((Date.now() - begun) / 1000)} s`);
for (const line of closingLines(counted, ci)) say(line);
process.exit(signal.aborted ? 130 : exitCode(counted, ci));

function cannotRun(name: ProjectName): string | undefined {
  if (name !== 'browser' && name !== 'live') return undefined;
  if (chromium.kind === 'missing') return chromium.why;
  if (name === 'live' && process.getuid?.() !== 0) {
    return 'the sample webmails are started as system users, which needs root';
  }
  return undefined;
}
