import { readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Removes the lock of a PostgreSQL that was killed. It would see to that itself, were it not that it takes a zombie for
 * a living process, and that process 1 does not reap everywhere. Every process of a server works in the cluster's
 * folder, so that the lock is stale once nobody does; while somebody does, it stays.
 */
export async function removeStaleLock(cluster: string): Promise<void> {
  for (let round = 0; round < 50; round++) {
    if (!(await somebodyWorksIn(cluster))) return rm(join(cluster, 'postmaster.pid'), { force: true });
    await sleep(100);
  }
}

async function somebodyWorksIn(folder: string): Promise<boolean> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // a zombie has no working folder any more
  const folders = await Promise.all(processes.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return folders.includes(folder);
}
