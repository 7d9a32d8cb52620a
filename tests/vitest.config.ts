import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const workerConfig = fileURLToPath(new URL('worker/vitest.config.ts', import.meta.url));

const BROWSER = ['tests/**/*.browser.test.{ts,tsx}'];
const LIVE = ['tests/**/*.live.test.ts'];
const NEVER = ['**/node_modules/**', '**/.output/**', 'tests/worker/inside/**'];

// Two cores and real browsers: one file at a time, and no limit that a slow machine could reach by being slow.
const oneAtATime = {
  globalSetup: [fileURLToPath(new URL('tools/build-extension.setup.ts', import.meta.url))],
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...NEVER, ...BROWSER, ...LIVE],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      ...(existsSync(workerConfig) ? [workerConfig] : []),
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: BROWSER,
          exclude: NEVER,
          ...oneAtATime,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'live',
          environment: 'node',
          include: LIVE,
          exclude: NEVER,
          ...oneAtATime,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
