import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { freePort } from './ports.ts';

export type StateFolder = {
  /** Where everything is kept; the servers' system users can reach it. */
  data: string;
  /** A short path for Dovecot's sockets, whose names may have 107 characters at most. */
  run: string;
  /** A free port, the one used under this name last time if it can be had. */
  port(name: string): Promise<number>;
  release(): Promise<void>;
};

const Holder = v.object({ pid: v.number(), started: v.string() });
const Ports = v.record(v.string(), v.number());

/**
 * Opens the folder `state` for one running instance.
 *
 * Decision: the servers run as system users (mail, www-data, postgres, sogo), and `state` may lie under /root, which
 * they cannot enter. Rather than loosen somebody's home directory, the data then lies in /var/tmp, and `state/data`
 * is a link to it. Deleting `state` still means a fresh start, since data whose link is gone is thrown away.
 */
export async function openStateFolder(
  state: string,
): Promise<{ kind: 'open'; folder: StateFolder } | { kind: 'unavailable'; why: string }> {
  await mkdir(state, { recursive: true });
  const path = await realpath(state);
  const lock = join(path, 'lock.json');
  const holder = v.safeParse(Holder, await readJson(lock));
  if (holder.success && holder.output.started === (await processStart(holder.output.pid))) {
    return { kind: 'unavailable', why: `process ${holder.output.pid} already runs a webmail on ${path}` };
  }
  await writeFile(lock, JSON.stringify({ pid: process.pid, started: await processStart(process.pid) }));

  const key = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const data = await dataFolder(path, key);
  const run = `/run/holdfast-webmail-${key}`;
  await rm(run, { recursive: true, force: true });
  await mkdir(run, { mode: 0o755 });
  const remembered = v.safeParse(Ports, await readJson(join(path, 'ports.json')));
  const ports = remembered.success ? remembered.output : {};
  const given = new Set<number>();
  return {
    kind: 'open',
    folder: {
      data,
      run,
      port: async (name) => {
        let port = await freePort(ports[name]);
        while (given.has(port)) port = await freePort();
        given.add(port);
        ports[name] = port;
        await writeFile(join(path, 'ports.json'), JSON.stringify(ports));
        return port;
      },
      release: async () => {
        await rm(run, { recursive: true, force: true });
        await rm(lock, { force: true });
      },
    },
  };
}

async function dataFolder(path: string, key: string): Promise<string> {
  const data = join(path, 'data');
  const known = await lstat(data).catch(() => undefined);
  if (known?.isDirectory()) {
    await chmod(path, 0o755);
    return data;
  }
  if (await reachable(dirname(path))) {
    // a folder fresh from mkdtemp is closed to the system users
    await chmod(path, 0o755);
    await mkdir(data, { mode: 0o755 });
    return data;
  }
  const away = `/var/tmp/holdfast-webmail-${key}`;
  if (!known) {
    await rm(away, { recursive: true, force: true });
    await symlink(away, data);
  }
  await mkdir(away, { recursive: true, mode: 0o755 });
  return away;
}

/** Whether everybody may pass through `path` and all folders above it. */
async function reachable(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** When a process was started, in clock ticks since boot (field 22 of /proc/PID/stat), or '' where it is gone. */
async function processStart(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [status, ...fields] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return status === 'Z' ? '' : (fields[18] ?? '');
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
