import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The worker as one module's text: the one that is deployed. */
export async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/index.ts', import.meta.url))],
    // Paths in the bundle's comments would otherwise depend on where this was called from.
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    write: false,
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
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('the bundler made nothing');
  return bundle.text;
}

// Wrangler runs this file before it deploys, and takes what lies in dist.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = new URL('../dist/', import.meta.url);
  await mkdir(dist, { recursive: true });
  await writeFile(new URL('worker.js', dist), await bundleWorker());
}
