import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import * as v from 'valibot';
import { spawnBound } from '../../../../worker/local/bound-process.ts';
import { workerdConfig } from '../../../../worker/local/workerd-config.ts';

export type Workerd = {
  url: string;
  pid: number;
  /** Where V8's inspector of its isolate listens. */
  inspector: string;
  /** The objects' SQLite files. */
  objects: string;
  stop(): Promise<void>;
};

const binary = v.parse(v.object({ default: v.string() }), createRequire(import.meta.url)('workerd')).default;
const heard = v.variant('event', [
  v.object({ event: v.literal('listen'), socket: v.string(), port: v.number() }),
  v.object({ event: v.literal('listen-inspector'), port: v.number() }),
]);

/**
 * Runs a module under workerd as the shipped worker is run: the same configuration, its objects of the class `Workspace` each
 * with a SQLite file, on 127.0.0.1. Started apart from worker/local because that runs nothing but the shipped bundle, without
 * an inspector.
 */
export async function runWorkerd(folder: string, script: string, secret = ''): Promise<Workerd> {
  const objects = join(folder, 'objects');
  await mkdir(objects, { recursive: true });
  await writeFile(join(folder, 'worker.js'), script);
  await writeFile(join(folder, 'worker.capnp'), await workerdConfig());
  const logFile = join(folder, 'worker.log');
  const log = openSync(logFile, 'a');
  const args = ['serve', join(folder, 'worker.capnp'), '--control-fd', '3'];
  args.push('--socket-addr', 'http=127.0.0.1:0', '--inspector-addr=127.0.0.1:0');
  const running = spawnBound(binary, args, { cwd: folder, env: { DEPLOYMENT_SECRET: secret }, log });
  closeSync(log);
  const ports = await Promise.race([
    listening(running.child.stdio[3] as Readable),
    running.exited.then(() => null),
  ]);
  if (ports === null) throw new Error(`workerd did not start: ${readFileSync(logFile, 'utf8').slice(-500)}`);
  return {
    url: `http://127.0.0.1:${ports.http}`,
    pid: running.pid,
    inspector: `http://127.0.0.1:${ports.inspector}`,
    objects,
    stop: async () => {
      running.child.kill('SIGTERM');
      const patience = setTimeout(() => running.child.kill('SIGKILL'), 5000);
      await running.exited;
      clearTimeout(patience);
    },
  };
}

function listening(control: Readable): Promise<{ http: number; inspector: number }> {
  return new Promise((resolve) => {
    const ports = { http: 0, inspector: 0 };
    let text = '';
    control.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const said = v.safeParse(heard, JSON.parse(line));
        if (!said.success) continue;
        if (said.output.event === 'listen') ports.http = said.output.port;
        else ports.inspector = said.output.port;
      }
      if (ports.http > 0 && ports.inspector > 0) resolve(ports);
    });
  });
}

/** A worker's module with all that it imports, as the shipped one is bundled. */
export async function bundleForWorkerd(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'import'],
    external: ['cloudflare:workers'],
    keepNames: true,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
