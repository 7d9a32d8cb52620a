import { appendFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/** One line of the results file. */
export type CountedTest = { state: 'passed' | 'failed' | 'skipped'; name: string; why?: string };

/** Written when a test begins, so that one that never ends can be named. */
export type BegunTest = { state: 'begun'; name: string };

/**
 * A Vitest reporter that writes each result to the file named by `HOLDFAST_RESULTS` at once, a line of JSON each, so
 * that what ran is counted even where the run is cut off. What breaks outside a test counts as a failed one.
 */
// Vitest takes a reporter by path as the default export only.
export default class CountResults implements Reporter {
  #file = process.env.HOLDFAST_RESULTS ?? '/dev/null';

  onTestCaseReady(test: TestCase): void {
    this.#write({ state: 'begun', name: `${test.module.relativeModuleId} > ${test.fullName}` });
  }

  onTestCaseResult(test: TestCase): void {
    const { state, note } = { note: undefined, ...test.result() };
    const name = `${test.module.relativeModuleId} > ${test.fullName}`;
    if (state === 'pending') return;
    this.#write({ state, name, ...(note === undefined ? {} : { why: note }) });
  }

  onTestSuiteResult(suite: TestSuite): void {
    const name = `${suite.module.relativeModuleId} > ${suite.fullName}`;
    for (const error of suite.errors()) this.#write({ state: 'failed', name, why: error.message });
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) {
      this.#write({ state: 'failed', name: module.relativeModuleId, why: error.message });
    }
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const error of unhandled) {
      this.#write({ state: 'failed', name: 'an error that no test caught', why: error.message });
    }
  }

  #write(counted: CountedTest | BegunTest): void {
    appendFileSync(this.#file, `${JSON.stringify(counted)}\n`);
  }
}
