import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentScripts, gzipKb } from '../../check/bundle-sizes.ts';
import { openWorkspace } from '../../e2e/story/acts/open-workspace.ts';
import { openDiary } from '../../e2e/story/diary.ts';
import { type Stage, setStage } from '../../e2e/story/stage.ts';
import { story } from '../../e2e/story/story.ts';
import { buildExtension, builtExtension } from '../../tools/build-extension.ts';
import { packageScript, runCommand } from '../../tools/run-command.ts';
import type { Bench, BenchRun } from '../harness/bench.ts';
import { median, p95 } from '../harness/statistics.ts';
import { brokenVariants, buildBroken } from './broken-variants.ts';
import { killBrowserRounds, type Rounds, stopWorkerRounds } from './kill-rounds.ts';
import { deliverBenchMails, measureReading } from './measure-reading.ts';
import { figures } from './plan.ts';
import { seededRandom } from './seeded-random.ts';

const readings = 60;
const rounds = 60;
/** Kills that a broken variant may take until the harness has found it. */
const brokenRounds = 15;

export const bench: Bench = { plan: Object.values(figures), run };

async function run(run: BenchRun): Promise<void> {
  await measureSizes(run);
  await withStage(run, {}, (stage) => readAndKill(stage, run));
  if (run.quick) {
    for (const figure of slowFigures) run.cannot(figure.name, 'takes minutes: run it without --quick');
    return;
  }
  await findPlanted(run);
  await playStory(run);
  await runTenancyTest(run);
  const check = await runCommand('npm', ['run', '-s', 'check'], { signal: run.signal });
  run.report(figures.check.name, check.ok ? 1 : 0, 1);
}

const slowFigures = [
  figures.stopsLost,
  figures.stopsTorn,
  figures.killsLost,
  figures.killsTorn,
  figures.planted,
  figures.story,
  figures.tenancy,
  figures.check,
];

async function measureSizes(run: BenchRun): Promise<void> {
  for (const variant of ['chrome', 'firefox'] as const) {
    const built = await buildExtension(variant);
    if (variant === 'firefox') run.report(figures.firefox.name, built.kind === 'built' ? 1 : 0, 1);
    else if (built.kind === 'failed') throw new Error(built.why);
  }
  const folder = builtExtension('chrome');
  const scripts = contentScripts(folder).map((file) => gzipKb(join(folder, file)));
  run.report(figures.largestScript.name, Math.max(...scripts), scripts.length);
}

/** Sets a stage with Roundcube and a joined workspace, and clears it away again. */
async function withStage(
  run: BenchRun,
  options: { extension?: string },
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const set = await setStage(run.log, { ...options, servers: ['roundcube'] });
  if (set.kind === 'unavailable') throw new Error(set.why);
  try {
    const diary = await openDiary(null);
    diary.begin(openWorkspace.title);
    await openWorkspace.play(set.stage, diary);
    await play(set.stage);
  } finally {
    await set.stage.close();
  }
}

async function readAndKill(stage: Stage, run: BenchRun): Promise<void> {
  const end = Date.now() + 12_000;
  const count = run.quick ? 12 : readings;
  run.log(`reading ${count} mails`);
  const times = await measureReading(stage, count, { over: () => run.quick && Date.now() > end });
  run.log(`Roundcube shows a mail ${Math.round(median(times.clickToView))} ms after the click (median)`);
  const both = (name: { median: { name: string }; p95: { name: string } }, values: number[]) => {
    run.report(name.median.name, median(values), values.length);
    run.report(name.p95.name, p95(values), values.length);
  };
  both({ median: figures.clickMedian, p95: figures.clickP95 }, times.clickToDurable);
  both({ median: figures.visibleMedian, p95: figures.visibleP95 }, times.durableToVisible);
  both({ median: figures.mainThreadMedian, p95: figures.mainThreadP95 }, times.mainThread);
  if (run.quick) return;
  const unread = await deliverBenchMails(stage, 1000, rounds * 9);
  const setting = {
    actor: stage.a,
    roundcube: stage.roundcube,
    password: stage.password,
    unread,
    random: seededRandom(20261122),
  };
  run.log(`stopping the service worker ${rounds} times`);
  reportRounds(run, await stopWorkerRounds({ ...setting, rounds }), figures.stopsLost, figures.stopsTorn);
  run.log(`killing the browser ${rounds} times`);
  reportRounds(run, await killBrowserRounds({ ...setting, rounds }), figures.killsLost, figures.killsTorn);
}

function reportRounds(
  run: BenchRun,
  { rounds: done, acknowledged, damage }: Rounds,
  lost: { name: string },
  torn: { name: string },
): void {
  for (const line of [...damage.lost, ...damage.torn, ...damage.doubled]) run.log(line);
  run.log(`${done} rounds, ${acknowledged} captures acknowledged`);
  run.report(lost.name, acknowledged === 0 ? Number.NaN : damage.lost.length, done);
  run.report(torn.name, acknowledged === 0 ? Number.NaN : damage.torn.length + damage.doubled.length, done);
}

/** The same harness on variants with a planted fault: a harness that finds nothing there would prove nothing. */
async function findPlanted(run: BenchRun): Promise<void> {
  let found = 0;
  for (const variant of brokenVariants) {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-broken-'));
    try {
      const extension = await buildBroken(variant, join(folder, 'source'));
      await withStage(run, { extension }, async (stage) => {
        const unread = await deliverBenchMails(stage, 3000, brokenRounds * 3);
        const { damage } = await killBrowserRounds({
          actor: stage.a,
          roundcube: stage.roundcube,
          password: stage.password,
          unread,
          random: seededRandom(7),
          rounds: brokenRounds,
          until: ({ lost, torn }) => lost.length + torn.length > 0,
        });
        const seen = damage.lost.length + damage.torn.length;
        run.log(`planted: ${variant.name}: ${seen === 0 ? 'NOT found' : `found (${seen})`}`);
        if (seen > 0) found += 1;
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  run.report(figures.planted.name, found, brokenVariants.length);
}

async function playStory(run: BenchRun): Promise<void> {
  const set = await setStage(run.log);
  if (set.kind === 'unavailable') return run.cannot(figures.story.name, set.why);
  const diary = await openDiary(null);
  let played = 0;
  try {
    for (const act of story) {
      diary.begin(act.title);
      await act.play(set.stage, diary);
      played += 1;
    }
  } catch (error) {
    run.log(`the story broke: ${error instanceof Error ? error.message : error}`);
  } finally {
    await set.stage.close();
  }
  run.report(figures.story.name, played / story.length, story.length);
}

async function runTenancyTest(run: BenchRun): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-tenancy-'));
  const report = join(folder, 'report.json');
  const vitest = packageScript('vitest/vitest.mjs');
  const config = ['--config', 'tests/worker/vitest.config.ts'];
  const json = ['--reporter=json', `--outputFile=${report}`];
  await runCommand(process.execPath, [vitest, 'run', ...config, 'cross-tenant', ...json], {
    signal: run.signal,
  });
  const { numPassedTests: passed, numTotalTests: all } = JSON.parse(await readFile(report, 'utf8'));
  await rm(folder, { recursive: true });
  run.report(figures.tenancy.name, passed / all, all);
}
