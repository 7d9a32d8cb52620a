import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT } from '../tools/project.ts';
import { packageScript, runCommand } from '../tools/run-command.ts';
import type { Sources } from './source-files.ts';
import { failed, passed, type StepResult } from './step.ts';

const CONFIGS = ['tsconfig.json', 'worker/tsconfig.json', 'tests/worker/tsconfig.json'];

/** TypeScript over every tsconfig; a source that none of them covers fails too. */
export async function checkTypes(sources: Sources): Promise<StepResult> {
  const configs = CONFIGS.filter((config) => existsSync(join(PROJECT, config)));
  const covered = new Set<string>();
  const details: string[] = [];
  for (const config of configs) {
    const args = [
      packageScript('typescript/bin/tsc'),
      '--noEmit',
      '--pretty',
      'false',
      '--listFiles',
      '-p',
      config,
    ];
    const { ok, output, timedOut } = await runCommand(process.execPath, args, { limitMs: 300_000 });
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    const isListed = (line: string) => line.startsWith('/') && !/\(\d+,\d+\): /.test(line);
    for (const line of lines.filter(isListed)) covered.add(relative(PROJECT, line));
    if (!ok)
      details.push(
        `${config}${timedOut ? ' took too long' : ''}`,
        ...lines.filter((line) => !isListed(line)),
      );
  }
  const typed = [...sources.keys()].filter((file) => /\.tsx?$/.test(file));
  const uncovered = typed.filter((file) => !covered.has(file));
  details.push(...uncovered.map((file) => `${file}: no tsconfig covers it`));
  const said = `${typed.length - uncovered.length} files by ${configs.join(', ')}`;
  return details.length === 0 ? passed(said) : failed(said, details);
}
