import { spawn } from 'node:child_process';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { randomId } from '../../../shared/domain/ids.ts';
import { createWorkspace } from '../../../worker/local/create-workspace.ts';
import { startWorker } from '../../../worker/local/start-worker.ts';
import { person, write } from '../made-up-operations.ts';
import { credentialOf, foundWorkspace, joined } from '../made-up-workspace.ts';
import { temporaryFolder, workerUnderTest } from './worker-under-test.ts';

const founding = {
  name: 'Tidewater Tools',
  slug: 'tidewater',
  ownDomains: ['tidewater.test'],
  admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('what was pushed is there after a restart, at the same address', async () => {
  await using folder = await temporaryFolder();
  const ines = randomId();
  let url = '';
  let token = '';
  {
    await using worker = await workerUnderTest(folder.path);
    const { admin } = await foundWorkspace(worker.send);
    await admin.push(write(person(ines)));
    [url, token] = [worker.url, admin.token];
  }
  await using again = await workerUnderTest(folder.path);
  expect(again.url).toBe(url);
  const headers = { authorization: `Bearer ${token}` };
  const page = await again.send('/v1/pull?epoch=1&view=1&since=0&limit=100', { headers });
  expect(await page.text()).toContain(ines);
});

test('the secret of the deployment is made once, and for its owner alone', async () => {
  await using folder = await temporaryFolder();
  const first = await startWorker({ dataDir: folder.path });
  const { invitation } = await createWorkspace(first, founding);
  await first.stop();
  const second = await startWorker({ dataDir: folder.path });
  expect(second.deploymentSecret).toBe(first.deploymentSecret);
  expect(first.deploymentSecret).toHaveLength(43);
  expect((await stat(join(folder.path, 'deployment-secret'))).mode & 0o777).toBe(0o600);
  const admin = await joined((path, init) => fetch(`${second.url}${path}`, init), credentialOf(invitation));
  expect(admin.role).toBe('admin');
  await expect(createWorkspace({ ...second, deploymentSecret: 'wrong' }, founding)).rejects.toThrow(
    /no workspace/,
  );
  await second.stop();
});

test('a folder serves one worker at a time, and a taken port is said', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  await using worker = await workerUnderTest(folder.path);
  await expect(startWorker({ dataDir: folder.path })).rejects.toThrow(/already runs a sync worker/);
  const port = Number(new URL(worker.url).port);
  await expect(startWorker({ dataDir: other.path, port })).rejects.toThrow(/did not start on port/);
  expect(isAlive(worker.pid)).toBe(true);
});

test('aborting ends it', async () => {
  await using folder = await temporaryFolder();
  const controller = new AbortController();
  const worker = await startWorker({ dataDir: folder.path, signal: controller.signal });
  controller.abort();
  await worker.exited;
  expect(isAlive(worker.pid)).toBe(false);
  await expect(startWorker({ dataDir: folder.path, signal: controller.signal })).rejects.toThrow();
});

test('it dies with whoever started it, also after kill -9', async () => {
  await using folder = await temporaryFolder();
  const module = fileURLToPath(new URL('../../../worker/local/start-worker.ts', import.meta.url));
  const script = join(folder.path, 'parent.mjs');
  const [asText, dataDir] = [JSON.stringify(module), JSON.stringify(folder.path)];
  await writeFile(
    script,
    `const { startWorker } = await import(${asText});
     const { pid } = await startWorker({ dataDir: ${dataDir} });
     console.log(pid);
     setInterval(() => {}, 1000);`,
  );
  const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((done) =>
    parent.stdout.once('data', (text) => done(Number(String(text)))),
  );
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  while (isAlive(pid)) await sleep(10);
  expect(isAlive(pid)).toBe(false);
});
