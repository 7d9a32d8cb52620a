import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the worker into worker/dist/worker.js, the file that is deployed, and says where that is. */
export async function bundleWorker(): Promise<string> {
  const outfile = fileURLToPath(new URL('../dist/worker.js', import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('../src/index.ts', import.meta.url))],
    outfile,
    // Paths in the bundle's comments would otherwise depend on where this was called from.
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    bundle: true,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'import'],
    external: ['cloudflare:workers'],
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleWorker();
