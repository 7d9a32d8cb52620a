import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** Kills what is left of our children once this process is gone, however it went. */
export type Guard = { watch(group: number): void; forget(group: number): void; close(): void };

export type Child = { name: string; ended(): boolean; lastLines(): string; stop(): Promise<void> };

export type ChildOptions = {
  name: string;
  command: string;
  args: readonly string[];
  /** Everything the child prints is appended here. */
  logFile: string;
  cwd: string;
  env?: Record<string, string>;
  /** The system user to run as; otherwise as ourselves. */
  user?: string;
  /** What makes it end in an orderly way: SIGTERM unless named. */
  stopSignal?: NodeJS.Signals;
};

// The pipe closes with us even after kill -9. A parent-death signal alone would miss the grandchildren (PHP's workers).
// dash's kill knows no "--".
const GUARD = `
groups=
while read -r op group; do
  case $op in
    watch) groups="$groups $group" ;;
    forget) kept=; for g in $groups; do [ "$g" = "$group" ] || kept="$kept $g"; done; groups=$kept ;;
  esac
done
for g in $groups; do kill -KILL "-$g" 2> /dev/null; done
`;

/** Starts the guard: a shell in a session of its own that reads from us which process groups to watch. */
export function startGuard(): Guard {
  const shell = spawn('sh', ['-c', GUARD], { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  shell.stdin.on('error', () => {});
  return {
    watch: (group) => void shell.stdin.write(`watch ${group}\n`),
    forget: (group) => void shell.stdin.write(`forget ${group}\n`),
    close: () => void shell.stdin.end(),
  };
}

/** Starts a child that leads its own process group. `stop()` ends the group: politely, then after 5 s for good. */
export function startChild(guard: Guard, options: ChildOptions): Child {
  const { name, command, args, logFile, cwd, env = {}, user, stopSignal = 'SIGTERM' } = options;
  const asUser =
    user === undefined ? [] : ['setpriv', '--reuid', user, '--regid', user, '--init-groups', '--'];
  const [program = command, ...rest] = [...asUser, command, ...args];
  const log = openSync(logFile, 'a');
  const child = spawn(program, rest, {
    cwd,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', ...env },
  });
  closeSync(log);
  const { pid } = child;
  let over = pid === undefined;
  const exited = new Promise<void>((done) => {
    const end = () => {
      over = true;
      done();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  if (pid !== undefined) guard.watch(pid);
  return {
    name,
    ended: () => over,
    lastLines: () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-6).join(' | '),
    stop: async () => {
      if (pid === undefined) return;
      await endGroup(child, pid, stopSignal, exited);
      guard.forget(pid);
    },
  };
}

async function endGroup(
  child: ChildProcess,
  group: number,
  stopSignal: NodeJS.Signals,
  exited: Promise<void>,
): Promise<void> {
  signalGroup(group, stopSignal);
  const patience = setTimeout(() => signalGroup(group, 'SIGKILL'), 5000);
  if (child.exitCode === null && child.signalCode === null) await exited;
  clearTimeout(patience);
  // the leader may leave workers behind; the group's number stays taken as long as one of them lives
  signalGroup(group, 'SIGKILL');
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // the group is gone already
  }
}
