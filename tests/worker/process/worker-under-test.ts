import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningWorker, type StartOptions, startWorker } from '../../../worker/local/start-worker.ts';
import type { Send } from '../device-client.ts';
import { deploymentSecret } from '../made-up-workspace.ts';

/** A folder that is gone at the end of the block. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'holdfast-worker-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A worker of its own, stopped at the end of the block. */
export async function workerUnderTest(
  dataDir: string,
  options: Omit<StartOptions, 'dataDir'> = {},
): Promise<AsyncDisposable & RunningWorker & { send: Send }> {
  const worker = await startWorker({ dataDir, deploymentSecret, ...options });
  return {
    ...worker,
    send: (path, init) => fetch(`${worker.url}${path}`, init),
    [Symbol.asyncDispose]: () => worker.stop(),
  };
}
