import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PROJECT } from '../../tools/project.ts';
import type { BenchRun } from '../harness/bench.ts';
import type { Planned } from '../harness/figure.ts';

export const size = {
  hCard: { name: 'h-card.reader.gzip', unit: 'kB', aim: '< 10' },
} as const satisfies Record<string, Planned>;

/** What the reader of h-cards weighs with everything that it needs, minified and gzipped, in kB of 1,000 bytes. */
export async function measureSize(run: BenchRun): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'extension/capture/web/h-card.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    target: 'es2023',
    logLevel: 'silent',
  });
  run.report(size.hCard.name, gzipSync(outputFiles[0]?.contents ?? '').length / 1000, 1);
}
