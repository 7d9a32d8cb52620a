import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { runCommand } from '../../../tools/run-command.ts';
import { bundleForWorkerd, runWorkerd } from '../machine/run-workerd.ts';
import { epochNow } from '../page/clock.ts';
import type { Subject, SubjectServer } from './subject.ts';
import { triplitToken } from './triplit-token.ts';

const folderOfPeers = join(import.meta.dirname, '../../peers');

/** The engines that are measured beside Holdfast, each behind its adapter in `tests/bench/peers`. */
export const peers: readonly Subject[] = [
  nodePeer('replicache', 'tells'),
  nodePeer('rxdb', 'tells'),
  nodePeer('pouchdb', 'acknowledges'),
  { ...peer('tinybase'), startServer: serveTinybase },
  nodePeer('yjs', 'tells'),
  nodePeer('triplit', 'acknowledges'),
];

/** Installs the peers by their own lock where they are not; null, or why that cannot be done. */
export async function ensurePeers(signal: AbortSignal, log: (line: string) => void): Promise<string | null> {
  if (existsSync(join(folderOfPeers, 'node_modules/.package-lock.json'))) return null;
  log('installing the peers (npm ci in tests/bench/peers)');
  const options = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { ok, output } = await runCommand('npm', options, { cwd: folderOfPeers, signal });
  return ok ? null : `the peers cannot be installed: ${output.trim().split('\n').at(-1)}`;
}

function peer(name: string) {
  return { name, page: join(folderOfPeers, name, 'page.ts'), live: true };
}

/** `tells`: the server says when it has stored what it was sent; otherwise the client learns it by the acknowledgement. */
function nodePeer(name: string, how: 'tells' | 'acknowledges'): Subject {
  const startServer = async (folder: string) => {
    const { stored, ...server } = await serveNodePeer(name, folder);
    return how === 'tells' ? { ...server, stored } : server;
  };
  return { ...peer(name), startServer };
}

const told = v.union([v.object({ port: v.number() }), v.object({ stored: v.number(), at: v.number() })]);

/** A server of Node's, in a process of its own, that says by itself what it has stored. */
async function serveNodePeer(name: string, folder: string): Promise<Required<SubjectServer>> {
  const child = fork(join(folderOfPeers, name, 'server.ts'), [folder], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-2000);
  });
  const stored: { count: number; at: number }[] = [];
  let heard = () => {};
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message) => {
      const parsed = v.parse(told, message);
      if ('port' in parsed) return resolve(parsed.port);
      stored.push({ count: parsed.stored, at: parsed.at });
      heard();
    });
    child.once('exit', () => reject(new Error(`${name}'s server ended: ${said}`)));
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const link = name === 'triplit' ? triplitToken() : '';
  return {
    url,
    pid: child.pid ?? 0,
    data: folder,
    client: async (client) => ({ server: url, name: client, link }),
    stored: async (count) => {
      for (;;) {
        const found = stored.find((one) => one.count >= count);
        if (found !== undefined) return found.at;
        await Promise.race([
          new Promise<void>((resolve) => {
            heard = resolve;
          }),
          exited.then(() => Promise.reject(new Error(`${name}'s server ended: ${said}`))),
        ]);
      }
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function serveTinybase(folder: string): Promise<SubjectServer> {
  const script = await bundleForWorkerd(join(folderOfPeers, 'tinybase/worker.ts'));
  const { url, pid, objects, stop } = await runWorkerd(folder, script);
  return {
    url,
    pid,
    data: objects,
    stop,
    client: async (name) => ({ server: url, name, link: '' }),
    // it tells nobody when it has stored what it was sent
    stored: async (count) => {
      for (;;) {
        const response = await fetch(`${url}/stored`);
        const held = v.parse(v.number(), await response.json());
        if (held >= count) return epochNow();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
