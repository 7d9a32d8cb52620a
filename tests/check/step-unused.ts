import * as v from 'valibot';
import { packageScript, runCommand } from '../tools/run-command.ts';
import { failed, passed, type StepResult } from './step.ts';

// Lies there unused on purpose, so that a search that sees nothing cannot pass for a clean one.
const PLANTED = 'tests/check/planted/never-imported.ts';

const Report = v.object({ issues: v.array(v.looseObject({ file: v.string() })) });

/** Knip: files, exports, types and packages that nobody uses, and packages used without being named. */
export async function checkUnused(): Promise<StepResult> {
  const args = [
    packageScript('knip/bin/knip.js'),
    '--config',
    'tests/check/knip.json',
    '--no-progress',
    '--no-config-hints',
    '--exclude=binaries',
  ];
  const { output } = await runCommand(process.execPath, [...args, '--reporter', 'json'], {
    limitMs: 180_000,
  });
  const report = v.safeParse(Report, parseLast(output));
  if (!report.success) return failed('Knip gave no report', output.trim().split('\n').slice(-20));
  const found = report.output.issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, names]) =>
      (Array.isArray(names) ? names : []).map((named) => ({
        file,
        text: `${file}: ${kind} ${nameOf(named)}`,
      })),
    ),
  );
  const real = found.filter(({ file }) => file !== PLANTED);
  if (real.length === found.length) return failed(`the planted ${PLANTED} was not found`);
  if (real.length > 0)
    return failed(
      `${real.length} unused or unlisted`,
      real.map(({ text }) => text),
    );
  return passed('nothing unused; the planted file was found');
}

function nameOf(named: unknown): string {
  if (typeof named === 'object' && named !== null && 'name' in named) return String(named.name);
  return JSON.stringify(named);
}

function parseLast(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    return undefined;
  }
}
