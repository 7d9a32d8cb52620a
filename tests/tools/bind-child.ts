import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ties a detached child to this process: it is ended when `signal` aborts, and a small shell, whose pipe closes even
 * after `kill -9`, ends it when this process is gone.
 *
 * @returns resolves when the child has ended
 */
export function bindChild(child: ChildProcess, signal: AbortSignal): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return Promise.resolve();
  const guard = spawn('/bin/sh', ['-c', `read -r _ || kill -s TERM -- -${pid} 2> /dev/null`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.stdin.on('error', () => {});
  const endGroup = (how: NodeJS.Signals) => {
    try {
      process.kill(-pid, how);
    } catch {
      // gone already
    }
  };
  return new Promise((done) => {
    let patience: NodeJS.Timeout | undefined;
    const stop = () => {
      endGroup('SIGTERM');
      patience = setTimeout(() => endGroup('SIGKILL'), 5000);
    };
    const finish = () => {
      clearTimeout(patience);
      signal.removeEventListener('abort', stop);
      guard.stdin.write('ended\n');
      guard.stdin.end();
      done();
    };
    child.once('exit', finish);
    child.once('error', finish);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
