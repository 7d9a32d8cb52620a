import type { CountedTest } from './count-results.ts';

/** What a whole run came to. */
export type Tally = { passed: number; failed: readonly CountedTest[]; skipped: readonly CountedTest[] };

/** Counts tests by what became of them. */
export function tally(tests: readonly CountedTest[]): Tally {
  return {
    passed: tests.filter(({ state }) => state === 'passed').length,
    failed: tests.filter(({ state }) => state === 'failed'),
    skipped: tests.filter(({ state }) => state === 'skipped'),
  };
}

/** The closing lines: what failed, why tests were skipped, and, last, the plain count. */
export function closingLines({ passed, failed, skipped }: Tally, ci: boolean): string[] {
  const reasons = Map.groupBy(skipped, ({ name, why }) => why ?? name);
  return [
    ...(failed.length > 0 ? ['', 'Failed:', ...failed.map(told)] : []),
    ...(skipped.length > 0
      ? ['', 'Skipped:', ...[...reasons].map(([why, tests]) => `  ${tests.length} × ${why}`)]
      : []),
    ...(ci && skipped.length > 0 ? ['With CI=true a skipped test fails the run.'] : []),
    '',
    `${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  ];
}

/** 0 where everything ran and passed. A run of no test at all has not passed. */
export function exitCode({ passed, failed, skipped }: Tally, ci: boolean): 0 | 1 {
  return failed.length > 0 || passed === 0 || (ci && skipped.length > 0) ? 1 : 0;
}

function told({ name, why }: CountedTest): string {
  const [first] = (why ?? '').split('\n');
  return `  ${name}${first ? `: ${first}` : ''}`;
}
