import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses, type Process, startedWith } from './processes.ts';

/** Named in the environment of everything that a run starts. */
export const RUN_MARK = 'HOLDFAST_RUN';

export type ProcessWatch = {
  /** What this run started and is still alive. */
  left(): Process[];
  /** Gives what is left `patienceMs` to end by itself, ends the rest for good, and says what that was. */
  endLeft(patienceMs: number): Promise<Process[]>;
  stop(): void;
};

/**
 * Follows everything that this process starts, in two ways at once: by the mark in the environment, which survives a
 * change of parents, and by looking at the tree of processes four times a second, which sees those whose environment
 * was emptied. A process is known by its pid and the time it was started, so that no other is ever taken for it.
 *
 * @param mark the value of `RUN_MARK` in this run's environment
 */
export function watchProcesses(mark: string): ProcessWatch {
  const seen = new Set<string>();
  const key = ({ pid, started }: Process) => `${pid} ${started}`;

  const look = (): Process[] => {
    const all = listProcesses();
    const byParent = Map.groupBy(all, ({ parent }) => parent);
    const queue = [...(byParent.get(process.pid) ?? []), ...all.filter((one) => seen.has(key(one)))];
    const reached = new Set<number>();
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (reached.has(next.pid)) continue;
      reached.add(next.pid);
      seen.add(key(next));
      queue.push(...(byParent.get(next.pid) ?? []));
    }
    return all;
  };

  const left = () => {
    const all = look();
    return all.filter(
      (one) =>
        one.pid !== process.pid &&
        one.state !== 'Z' &&
        (seen.has(key(one)) || startedWith(one.pid, RUN_MARK) === mark),
    );
  };

  const timer = setInterval(look, 250);
  timer.unref();

  return {
    left,
    endLeft: async (patienceMs) => {
      const until = Date.now() + patienceMs;
      while (left().length > 0 && Date.now() < until) await sleep(100);
      const stubborn = left();
      for (const { pid } of stubborn) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // ended between the look and the kill
        }
      }
      return stubborn;
    },
    stop: () => clearInterval(timer),
  };
}
