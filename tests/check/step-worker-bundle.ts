import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../tools/project.ts';
import { packageScript, runCommand } from '../tools/run-command.ts';
import { failed, passed, type StepResult } from './step.ts';

// Cloudflare refuses a worker over 3 MB (gzip) on its free plan.
const LIMIT_KB = 3000;

/** `wrangler deploy --dry-run`: what a deploy would upload, bundled and measured, with nothing sent. */
export async function checkWorkerBundle(): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-worker-bundle-'));
  try {
    const wrangler = packageScript('wrangler/bin/wrangler.js');
    const { ok, output } = await runCommand(
      process.execPath,
      [wrangler, 'deploy', '--dry-run', '--outdir', folder],
      {
        cwd: join(PROJECT, 'worker'),
        env: { WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: 'true' },
        limitMs: 180_000,
      },
    );
    if (!ok) return failed('wrangler deploy --dry-run failed', output.trim().split('\n').slice(-30));
    const scripts = (await readdir(folder)).filter((name) => /\.m?js$/.test(name));
    if (scripts.length === 0) return failed('the dry run made no script', output.trim().split('\n'));
    const bytes = await Promise.all(scripts.map((name) => readFile(join(folder, name))));
    const kb = gzipSync(Buffer.concat(bytes)).length / 1000;
    const said = `${kb.toFixed(1)} kB gzip`;
    return kb < LIMIT_KB ? passed(said) : failed(`${said}, at most ${LIMIT_KB}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
