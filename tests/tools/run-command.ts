import { spawn } from 'node:child_process';
import { PROJECT } from './project.ts';

export type CommandResult = { ok: boolean; code: number | null; output: string; timedOut: boolean };

export type CommandOptions = {
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Ended with SIGKILL after this long, and `timedOut` is set. */
  limitMs?: number;
  signal?: AbortSignal;
};

/** Runs a command to its end and keeps what it printed on both channels, in order. Never throws. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? PROJECT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = () => child.kill('SIGKILL');
    const timer =
      options.limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            end();
          }, options.limitMs);
    options.signal?.addEventListener('abort', end, { once: true });
    const finish = (code: number | null, error = '') => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', end);
      done({ ok: code === 0, code, output: output + error, timedOut });
    };
    child.on('error', (error) => finish(null, error.message));
    child.on('close', (code) => finish(code));
  });
}

/** The path of a script of an installed package, to be run with `process.execPath`. */
export function packageScript(path: string): string {
  return `${PROJECT}/node_modules/${path}`;
}
