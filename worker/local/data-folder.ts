import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that one worker at a time uses: its objects, the port it had, and the deployment's secret. */
export type DataFolder = {
  path: string;
  objects: string;
  /** The port of the last run; 0 before the first. */
  lastPort: number;
  secret: string;
  rememberPort(port: number): Promise<void>;
  /** Notes which process uses the folder. */
  claim(pid: number): Promise<void>;
  release(): Promise<void>;
};

/** Opens or makes the folder. Rejects where a running worker uses it. `secret` is only used by the first run. */
export async function openDataFolder(dataDir: string, secret: string | undefined): Promise<DataFolder> {
  const objects = join(dataDir, 'objects');
  await mkdir(objects, { recursive: true, mode: 0o700 });
  const pidFile = join(dataDir, 'worker.pid');
  const holder = Number(await readText(pidFile));
  if (holder > 0 && (await isWorkerd(holder))) {
    throw new Error(`Process ${holder} already runs a sync worker on ${dataDir}`);
  }
  const portFile = join(dataDir, 'port');
  return {
    path: dataDir,
    objects,
    lastPort: Number(await readText(portFile)) || 0,
    secret: secret ?? (await storedSecret(join(dataDir, 'deployment-secret'))),
    rememberPort: (port) => writeFile(portFile, `${port}\n`),
    claim: (pid) => writeFile(pidFile, `${pid}\n`),
    release: () => rm(pidFile, { force: true }),
  };
}

/** The secret in this file, which only its owner may read; made where there is none. */
async function storedSecret(path: string): Promise<string> {
  const stored = (await readText(path)).trim();
  if (stored !== '') return stored;
  const secret = randomBytes(32).toString('base64url');
  const file = await open(path, 'w', 0o600);
  await file.writeFile(`${secret}\n`);
  await file.sync();
  await file.close();
  return secret;
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** Whether this process still is a worker: its number may meanwhile be somebody else's. */
async function isWorkerd(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  return (await readText(`/proc/${pid}/cmdline`)).includes('workerd');
}
