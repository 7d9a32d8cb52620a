import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProcess } from './processes.ts';

/**
 * Runs `work` while this process alone holds the lock file. Others wait; a lock whose owner died is taken over.
 *
 * @param path the lock file; its folder is made
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) {
    if (ownerIsGone(path)) rmSync(path, { force: true });
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid} ${readProcess(process.pid)?.started ?? 0}`, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function ownerIsGone(path: string): boolean {
  try {
    const [pid, started] = readFileSync(path, 'utf8').split(' ').map(Number);
    if (pid === undefined || started === undefined) return false; // being written just now
    return readProcess(pid)?.started !== started;
  } catch {
    return false;
  }
}
