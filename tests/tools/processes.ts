import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One line of the process table. `started` is in clock ticks since boot: with the pid it names a process for good. */
export type Process = { pid: number; parent: number; state: string; started: number; command: string };

/** Every process that /proc shows; those that end meanwhile are left out. Format: proc(5), /proc/pid/stat. */
export function listProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

/** One process of the table, or undefined where it is gone. */
export function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return {
      pid,
      state: fields[0] ?? '',
      parent: Number(fields[1]),
      started: Number(fields[19]),
      command: line === '' ? `[${name}]` : line,
    };
  } catch {
    return undefined;
  }
}

/** The variable `name` that the process was started with; undefined also where we may not look. */
export function startedWith(pid: number, name: string): string | undefined {
  try {
    const found = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .find((entry) => entry.startsWith(`${name}=`));
    return found?.slice(name.length + 1);
  } catch {
    return undefined;
  }
}

/** Resolves once the process is gone, or is a zombie that only waits for its parent. */
export async function processEnded(pid: number): Promise<void> {
  for (;;) {
    const found = readProcess(pid);
    if (found === undefined || found.state === 'Z') return;
    await sleep(20);
  }
}
