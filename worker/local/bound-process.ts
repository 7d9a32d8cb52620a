import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

export type BoundProcess = { child: ChildProcess; pid: number; exited: Promise<void> };

/** Descriptor 3 of the child is a pipe to this process. */
type Options = { cwd: string; env: Record<string, string>; log: number };

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/**
 * Starts a process that dies with this one, however this one ends. On Linux the kernel sees to it; elsewhere a small shell
 * that reads from us does, since its pipe closes even after kill -9.
 */
export function spawnBound(
  command: string,
  args: readonly string[],
  { cwd, env, log }: Options,
): BoundProcess {
  const bound = setpriv !== undefined && process.platform === 'linux';
  const [program, ...rest] = bound ? [setpriv, '--pdeathsig', 'KILL', command, ...args] : [command, ...args];
  const child = spawn(program, rest, { cwd, env, stdio: ['ignore', log, log, 'pipe'] });
  if (child.pid === undefined) throw new Error(`${command} could not be started`);
  const guard = bound ? null : startGuard(child.pid);
  const exited = new Promise<void>((done) => {
    child.once('exit', () => {
      guard?.kill('SIGKILL');
      done();
    });
  });
  return { child, pid: child.pid, exited };
}

function startGuard(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', `read _; kill -9 ${pid}`], { stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  return guard;
}
