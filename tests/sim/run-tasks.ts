import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KeptTasks } from './kept-tasks.ts';
import type { Counted, FoundFailure, Report, Task } from './messages.ts';

const script = fileURLToPath(new URL('run-process.ts', import.meta.url));

/** So many runs are handed to a process at a time. */
const chunk = 250;

/** Whoever has found so many has enough to do. */
const enoughFailures = 100;

export type Campaign = {
  tier: 'engine' | 'dexie';
  /** The seed of the first run; the others follow it. */
  seed: number;
  runs: number;
  workers: number;
  /** A planted fault's name, or '' for the engine as it ships. */
  mutant: string;
  /** One is enough: nothing is made smaller. */
  stopAtFailure: boolean;
  signal: AbortSignal;
  progress?: (done: number) => void;
  /** As soon as it is found, and made small. */
  failed?: (failure: FoundFailure) => void;
  /** Goes on where an earlier one was stopped. */
  kept?: KeptTasks;
};

export type Outcome = {
  runs: number;
  events: number;
  /** Of all processes together, without their start. */
  cpuMs: number;
  /** The same for two campaigns only where the same happened in both. */
  trace: number;
  failures: FoundFailure[];
  broken: string | null;
  /** Of all sittings. */
  seconds: number;
};

/** Spreads the runs over processes. Never rejects. */
export async function runTasks(campaign: Campaign): Promise<Outcome> {
  const { tier, seed, runs, workers, mutant, stopAtFailure, signal } = campaign;
  const { kept } = campaign;
  const outcome: Outcome = { runs: 0, events: 0, cpuMs: 0, trace: 0, failures: [], broken: null, seconds: 0 };
  const traces = new Map<number, number>();
  const count = (from: number, counted: Counted) => {
    outcome.runs += counted.runs;
    outcome.events += counted.events;
    outcome.cpuMs += counted.cpuMs;
    if (counted.runs > 0) traces.set(from, counted.trace);
  };
  for (const { from, counted, failures, seconds } of kept?.done ?? []) {
    count(from, counted);
    outcome.failures.push(...failures);
    outcome.seconds = Math.max(outcome.seconds, seconds);
  }
  const begun = performance.now() - 1000 * outcome.seconds;
  const seconds = () => (performance.now() - begun) / 1000;
  let next = 0;
  const takeTask = (): Task | null => {
    const over =
      outcome.broken !== null ||
      signal.aborted ||
      outcome.failures.length >= (stopAtFailure ? 1 : enoughFailures);
    while (traces.has(seed + next)) next += chunk;
    if (over || next >= runs) return null;
    const task = { from: seed + next, runs: Math.min(chunk, runs - next), stopAtFailure };
    next += task.runs;
    return task;
  };
  const one = () =>
    new Promise<void>((resolve) => {
      const child = fork(script, [tier, mutant], { execArgv: ['--no-warnings', '--max-semi-space-size=64'] });
      const stop = () => child.kill('SIGKILL');
      signal.addEventListener('abort', stop);
      let from = 0;
      let failures: FoundFailure[] = [];
      const end = () => {
        signal.removeEventListener('abort', stop);
        if (child.connected) child.disconnect();
        child.kill();
        resolve();
      };
      child.on('exit', (code, killed) => {
        if (!signal.aborted && code !== null && code !== 0)
          outcome.broken ??= `a process ended with ${code ?? killed}`;
        resolve();
      });
      child.on('message', (report: Report) => {
        if (report.kind === 'broken') {
          outcome.broken ??= report.why;
          return end();
        }
        if (report.kind === 'failed') {
          outcome.failures.push(report.failure);
          failures.push(report.failure);
          return campaign.failed?.(report.failure);
        }
        const { kind: _kind, ...counted } = report;
        count(from, counted);
        if (counted.runs > 0) kept?.note({ from, counted, failures, seconds: seconds() });
        failures = [];
        campaign.progress?.(outcome.runs);
        const task = takeTask();
        if (task === null) return end();
        from = task.from;
        send(child, task);
      });
    });
  await Promise.all(Array.from({ length: Math.min(workers, Math.ceil(runs / chunk)) }, one));
  for (const [, trace] of [...traces].sort(([a], [b]) => a - b))
    outcome.trace = (Math.imul(outcome.trace, 31) + trace) | 0;
  outcome.failures.sort((a, b) => a.seed - b.seed);
  outcome.seconds = seconds();
  if (outcome.runs === runs) kept?.drop();
  return outcome;
}

function send(child: ChildProcess, task: Task): void {
  if (child.connected) child.send(task);
}
