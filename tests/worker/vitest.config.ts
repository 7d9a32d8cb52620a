import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests that run inside workerd, with real Durable Objects and their SQLite. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      main: at('../../worker/src/index.ts'),
      wrangler: { configPath: at('../../worker/wrangler.jsonc') },
      miniflare: { bindings: { DEPLOYMENT_SECRET: 'the secret of this deployment' } },
    }),
  ],
  test: {
    name: 'worker',
    root: at('.'),
    include: ['inside/**/*.test.ts'],
    silent: 'passed-only',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
