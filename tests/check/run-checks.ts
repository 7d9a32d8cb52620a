import { builtExtension } from '../tools/build-extension.ts';
import { PROJECT } from '../tools/project.ts';
import { checkBundleSizes } from './bundle-sizes.ts';
import { missedPlants } from './find-planted.ts';
import { contentEntrypoints, importViolations, typeCycles, type Violation } from './import-law.ts';
import { PLANTED_IMPORTS, PLANTED_TEXT, type Plant } from './planted-violations.ts';
import { readSources, type Sources } from './source-files.ts';
import { failed, passed, type Step, type StepResult } from './step.ts';
import { checkBuilds } from './step-build.ts';
import { checkFormat } from './step-format.ts';
import { checkRegularExpressions } from './step-regular-expressions.ts';
import { checkTypes } from './step-types.ts';
import { checkUnused } from './step-unused.ts';
import { checkWorkerBundle } from './step-worker-bundle.ts';
import { lineFigures, textViolations } from './text-law.ts';

const isTest = (file: string) => file.startsWith('tests/');

export type Checked = { name: string; result: StepResult };

/**
 * Runs every check and says each in one line, with the reasons below those that fail.
 *
 * @param say takes one line
 */
export async function runChecks(say: (line: string) => void): Promise<Checked[]> {
  const done: Checked[] = [];
  for (const { name, run } of checks(readSources(PROJECT))) {
    const begun = performance.now();
    const result = await run().catch(broken);
    done.push({ name, result });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`${result.ok ? 'ok  ' : 'FAIL'} ${name}: ${result.said} (${seconds} s)`);
    for (const detail of result.ok ? [] : result.details) say(`       ${detail}`);
  }
  return done;
}

function broken(error: unknown): StepResult {
  return failed('the check itself broke', [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ]);
}

function checks(sources: Sources): Step[] {
  return [
    { name: 'format and lint', run: checkFormat },
    { name: 'builds', run: checkBuilds }, // before the types: wxt writes some of them
    { name: 'types', run: () => checkTypes(sources) },
    { name: 'unused code', run: checkUnused },
    { name: 'import law', run: async () => checkImports(sources) },
    { name: 'words and lengths', run: async () => checkText(sources) },
    {
      name: 'bundle sizes',
      run: async () => checkBundleSizes(builtExtension('chrome'), contentEntrypoints(sources)),
    },
    { name: 'regular expressions', run: () => checkRegularExpressions(sources) },
    { name: 'worker bundle (wrangler deploy --dry-run)', run: checkWorkerBundle },
  ];
}

function checkImports(sources: Sources): StepResult {
  const found = withPlants(sources, PLANTED_IMPORTS, importViolations);
  if (!found.ok) return found;
  const entries = contentEntrypoints(sources);
  if (entries.length === 0) return failed('no content script was found among the entrypoints');
  const circles = typeCycles(sources);
  const told =
    circles.length === 0
      ? ''
      : `; circles of types only: ${circles.map((files) => files.join(' ↔ ')).join('; ')}`;
  return passed(`${found.said}${told}`);
}

function checkText(sources: Sources): StepResult {
  const found = withPlants(sources, PLANTED_TEXT, textViolations);
  const told = (name: string, counts: (file: string) => boolean) => {
    const { median, p90 } = lineFigures(sources, counts);
    return `${name}: median ${median} lines, 90 % within ${p90}`;
  };
  const lengths = `${told('sources', (file) => !isTest(file))}; ${told('tests', isTest)}`;
  return { ...found, said: `${found.said}; ${lengths}` };
}

function withPlants(
  sources: Sources,
  plants: readonly Plant[],
  check: (sources: Sources) => Violation[],
): StepResult {
  const missed = missedPlants(sources, plants, check);
  if (missed.length > 0) {
    const names = missed.map(({ breaks }) => `not found although planted: ${breaks}`);
    return failed('the check itself is broken', names);
  }
  const violations = check(sources).map(({ file, line, said }) => `${file}:${line} ${said}`);
  const all = `all ${plants.length} planted violations found`;
  return violations.length === 0
    ? passed(`${sources.size} files, ${all}`)
    : failed(`${violations.length} broken, ${all}`, violations);
}
