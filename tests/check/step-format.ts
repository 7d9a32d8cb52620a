import { packageScript, runCommand } from '../tools/run-command.ts';
import { failed, passed, type StepResult } from './step.ts';

/** Biome: formatting, import order and lint rules, warnings included. */
export async function checkFormat(): Promise<StepResult> {
  const biome = packageScript('@biomejs/biome/bin/biome');
  const args = ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=40'];
  const { ok, output } = await runCommand(process.execPath, [biome, ...args], { limitMs: 180_000 });
  const files = Number(/Checked (\d+) files/.exec(output)?.[1] ?? 0);
  if (!ok)
    return failed(`${files} files, some not in order (npx biome check --write)`, output.trim().split('\n'));
  return files > 0 ? passed(`${files} files`) : failed('Biome looked at no file', output.split('\n'));
}
