import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunningWorker, StartOptions } from '../../worker/local/start-worker.ts';
import { PROJECT } from '../tools/project.ts';

export type KillableWorker = {
  port(): number;
  /** kill -9, then `skewMs` as its clock minus the machine's, then the same data again. Resolves once it listens. */
  killAndStart(skewMs: number): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
  url(): string;
};

type Start = (options: StartOptions) => Promise<RunningWorker>;

/** Source text to be replaced in the copy that is run: a fault on purpose. */
export type Planted = { file: string; replace: string; by: string };

/**
 * The worker's sources as they are now, in a folder of their own: it is bundled at each of hundreds of starts, and must be the
 * same one all the while. The copy's clock can be moved; `planted` breaks it. Throws where a fault no longer fits the source.
 */
export async function copyWorker(folder: string, planted: readonly Planted[] = []): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const part of ['worker', 'shared', 'package.json', 'tsconfig.json']) {
    await cp(join(PROJECT, part), join(folder, part), { recursive: true });
  }
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, replace, by } of planted) {
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(replace)) throw new Error(`the planted fault no longer fits ${file}`);
    await writeFile(join(folder, file), text.replace(replace, by));
  }
  const index = join(folder, 'worker/src/index.ts');
  await writeFile(index, `import './moved-clock.ts';\n${await readFile(index, 'utf8')}`);
  await moveClock(folder, 0);
  return folder;
}

/** Imported before everything else, so that whatever takes `Date.now` takes this one. */
async function moveClock(folder: string, skewMs: number): Promise<void> {
  const text = `const real = Date.now.bind(Date);\nDate.now = () => real() + ${skewMs};\n`;
  await writeFile(join(folder, 'worker/src/moved-clock.ts'), text);
}

export async function startKillableWorker(
  sources: string,
  dataDir: string,
  deploymentSecret: string,
): Promise<KillableWorker> {
  const { startWorker } = (await import(
    pathToFileURL(join(sources, 'worker/local/start-worker.ts')).href
  )) as { startWorker: Start };
  await moveClock(sources, 0);
  let running = await startWorker({ dataDir, deploymentSecret });
  return {
    url: () => running.url,
    port: () => Number(new URL(running.url).port),
    killAndStart: async (skewMs) => {
      await running.kill();
      await moveClock(sources, skewMs);
      running = await startWorker({ dataDir, deploymentSecret });
    },
    stop: () => running.stop(),
  };
}
