import { closeSync, openSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import * as v from 'valibot';
import { type BoundProcess, spawnBound } from './bound-process.ts';
import { bundleWorker } from './bundle.ts';
import { openDataFolder } from './data-folder.ts';
import { workerdConfig } from './workerd-config.ts';

export type StartOptions = {
  /** Everything lies here: SQLite files, port, log, secret. Made where it does not exist. */
  dataDir: string;
  /** Otherwise the port of the last run if it is free, and else a free one. */
  port?: number;
  /** Otherwise the one of the first run, which is made up and kept in the folder. */
  deploymentSecret?: string;
  /** Aborting stops the worker, also while it starts. */
  signal?: AbortSignal;
};

export type RunningWorker = {
  /** http://127.0.0.1:<port>, without a slash at the end. */
  url: string;
  /** Of the workerd process itself. */
  pid: number;
  deploymentSecret: string;
  /** What the worker printed, its request log included. */
  logFile: string;
  /** Resolves once it has ended, however that came. */
  exited: Promise<void>;
  /** Ends it and waits: politely first, after 5 s for good. */
  stop(): Promise<void>;
  /** kill -9, and waits. Nothing that was acknowledged is lost by it. */
  kill(): Promise<void>;
};

const workerdPackage = v.object({ default: v.string() });

/** Where this platform's binary lies: the package's own command is a script for platforms whose binary it could not place. */
function workerdBinary(): string {
  return v.parse(workerdPackage, createRequire(import.meta.url)('workerd')).default;
}

/**
 * Runs the bundle that is deployed under the workerd binary itself, listening on 127.0.0.1 only. The process never outlives this one.
 * Rejects where the folder is in use, the port is taken, or workerd does not start: the error says which.
 */
export async function startWorker(options: StartOptions): Promise<RunningWorker> {
  const { signal } = options;
  signal?.throwIfAborted();
  const dataDir = resolve(options.dataDir);
  const folder = await openDataFolder(dataDir, options.deploymentSecret);
  await writeFile(join(dataDir, 'worker.js'), await bundleWorker());
  await writeFile(join(dataDir, 'worker.capnp'), await workerdConfig());
  const wanted = options.port ?? (await freePort(folder.lastPort));

  const logFile = join(dataDir, 'worker.log');
  const log = openSync(logFile, 'a');
  const args = [
    'serve',
    join(dataDir, 'worker.capnp'),
    '--control-fd',
    '3',
    '--socket-addr',
    `http=127.0.0.1:${wanted}`,
  ];
  const running = spawnBound(workerdBinary(), args, {
    cwd: dataDir,
    env: { DEPLOYMENT_SECRET: folder.secret },
    log,
  });
  closeSync(log);
  await folder.claim(running.pid);
  const stop = () => end(running, 'SIGTERM').then(folder.release);
  const kill = () => end(running, 'SIGKILL').then(folder.release);
  const stopOnAbort = () => void stop();
  signal?.addEventListener('abort', stopOnAbort, { once: true });
  void running.exited.then(() => signal?.removeEventListener('abort', stopOnAbort));

  const port = await listening(running);
  if (port === null) {
    await kill();
    signal?.throwIfAborted();
    throw new Error(`workerd did not start on port ${wanted}: ${lastLines(logFile)}`);
  }
  await folder.rememberPort(port);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: running.pid,
    deploymentSecret: folder.secret,
    logFile,
    exited: running.exited,
    stop,
    kill,
  };
}

const listenEvent = v.object({ event: v.literal('listen'), port: v.number() });

/** The port that workerd says it listens on; null where it ended first. */
async function listening({ child, exited }: BoundProcess): Promise<number | null> {
  const control = child.stdio[3] as Readable;
  const told = new Promise<number>((done) => {
    let text = '';
    control.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      // one JSON object a line; the last may not be whole yet
      const lines = text.split('\n').slice(0, -1);
      for (const line of lines) {
        const said = v.safeParse(listenEvent, JSON.parse(line));
        if (said.success) done(said.output.port);
      }
    });
  });
  return Promise.race([told, exited.then(() => null)]);
}

async function end({ child, exited }: BoundProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exited;
  clearTimeout(patience);
}

/** `preferred` if nothing holds it, otherwise one that the system picks. */
async function freePort(preferred: number): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join(' | ');
}
