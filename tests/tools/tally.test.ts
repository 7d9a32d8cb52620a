import { describe, expect, it } from 'vitest';
import type { CountedTest } from './count-results.ts';
import { closingLines, exitCode, tally } from './tally.ts';

const passed: CountedTest = { state: 'passed', name: 'a' };
const failed: CountedTest = { state: 'failed', name: 'b', why: 'expected 1 to be 2\n  at line 3' };
const skipped: CountedTest = { state: 'skipped', name: 'c', why: 'needs root' };

const last = (tests: CountedTest[], ci = false) => closingLines(tally(tests), ci).at(-1);

describe('the closing of a run', () => {
  it('counts in one plain last line, skipped ones only where there are some', () => {
    expect(last([passed, passed])).toBe('2 passed, 0 failed');
    expect(last([passed, failed, skipped, skipped], true)).toBe('1 passed, 1 failed, 2 skipped');
  });

  it('says why tests were skipped, once for each reason', () => {
    const lines = closingLines(tally([passed, skipped, skipped, { ...skipped, why: 'no Chromium' }]), true);
    expect(lines).toContain('  2 × needs root');
    expect(lines).toContain('  1 × no Chromium');
    expect(lines).toContain('With CI=true a skipped test fails the run.');
  });

  it('says what failed, with the first line of the reason', () => {
    expect(closingLines(tally([failed]), false)).toContain('  b: expected 1 to be 2');
  });

  it('fails on a failed test, on a run without tests, and in CI on a skipped one', () => {
    const code = (tests: CountedTest[], ci: boolean) => exitCode(tally(tests), ci);
    expect(code([passed], true)).toBe(0);
    expect(code([passed, skipped], false)).toBe(0);
    expect(code([passed, skipped], true)).toBe(1);
    expect(code([passed, failed], false)).toBe(1);
    expect(code([], false)).toBe(1);
  });
});
