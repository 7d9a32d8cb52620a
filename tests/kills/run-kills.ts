import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from '../tools/build-extension.ts';
import { type FaultCounts, faultNames } from './faults.ts';
import { copyWorker } from './killable-worker.ts';
import { type Block, playBlock } from './play-block.ts';

export type Wanted = { browsers: number; workers: number; serviceWorkers: number; seed: number };

export type Progress = { wanted: Wanted; blocks: Block[]; begun: string };

const perBlock = { browsers: 25, workers: 10, serviceWorkers: 25 };

/** How many kills a block has in all, by the run's numbers: a block keeps its profiles small, and is what Ctrl-C costs at most. */
export function planBlocks({ browsers, workers, serviceWorkers }: Wanted): FaultCounts[] {
  const count = Math.max(
    1,
    Math.ceil(browsers / perBlock.browsers),
    Math.ceil(workers / perBlock.workers),
    Math.ceil(serviceWorkers / perBlock.serviceWorkers),
  );
  const share = (all: number, at: number) =>
    Math.floor((all * (at + 1)) / count) - Math.floor((all * at) / count);
  return Array.from({ length: count }, (_, at) => {
    const some = share(browsers, at);
    const each = (part: number) => Math.ceil(some * part);
    return {
      'browser killed': some,
      'worker killed': share(workers, at),
      'service worker stopped': share(serviceWorkers, at),
      'connections reset': each(0.2),
      'no way to the worker': each(0.12),
      'request cut': each(0.12),
      'answer cut': each(0.24),
      'answers slow': each(0.08),
      'disk full': each(0.08),
      'storage cleared': each(0.04),
      'clock jumped': each(0.12),
    };
  });
}

type Options = {
  /** Everything lies here, also what a later call goes on with. */
  folder: string;
  wanted: Wanted;
  signal: AbortSignal;
  /** After each block. */
  told: (progress: Progress, blocks: number) => void;
};

/**
 * Plays all blocks, going on where an earlier call with the same numbers was stopped, with the very build and sources that one
 * had. Rejects where the signal aborts: the blocks that were whole are kept.
 */
export async function runKills({ folder, wanted, signal, told }: Options): Promise<Progress> {
  const stateFile = join(folder, 'state.json');
  const plan = planBlocks(wanted);
  let progress = await readProgress(stateFile, wanted);
  if (progress === null || progress.blocks.length >= plan.length) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    await mkdir(folder, { recursive: true });
    await prepare(folder);
    progress = { wanted, blocks: [], begun: new Date().toISOString() };
  } else told(progress, plan.length);
  const stage = { extension: join(folder, 'extension'), worker: join(folder, 'worker'), folder, signal };
  for (let number = progress.blocks.length; number < plan.length; number += 1) {
    signal.throwIfAborted();
    const faults = plan[number] as FaultCounts;
    progress.blocks.push(await playBlock({ number, seed: wanted.seed, faults }, stage));
    await writeFile(stateFile, JSON.stringify(progress));
    told(progress, plan.length);
  }
  return progress;
}

async function readProgress(path: string, wanted: Wanted): Promise<Progress | null> {
  if (!existsSync(path)) return null;
  const held = JSON.parse(await readFile(path, 'utf8')) as Progress;
  return JSON.stringify(held.wanted) === JSON.stringify(wanted) ? held : null;
}

async function prepare(folder: string): Promise<void> {
  const built = await buildExtension('chrome-local');
  if (built.kind === 'failed') throw new Error(built.why);
  await copyExtension(built.path, join(folder, 'extension'));
  await copyWorker(join(folder, 'worker'));
}

/**
 * Decision: the build without `unlimitedStorage`. Chromium grants an extension that has it any amount, so that the quota
 * which DevTools sets never counts; without it, IndexedDB fails as it does on a full disk.
 */
export async function copyExtension(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify({ ...manifest, permissions }));
}

/** All blocks' strikes of each kind. */
export function countStrikes(blocks: readonly Block[]): { struck: FaultCounts; busy: FaultCounts } {
  const sum = (of: 'struck' | 'busy') =>
    Object.fromEntries(
      faultNames.map((name) => [name, blocks.reduce((all, block) => all + block[of][name], 0)]),
    ) as FaultCounts;
  return { struck: sum('struck'), busy: sum('busy') };
}
