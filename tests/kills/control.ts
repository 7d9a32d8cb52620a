import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrokenVariant, brokenVariants, buildBroken } from '../bench/main/broken-variants.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { type DamageKind, damageKinds } from './check-pool.ts';
import { type FaultCounts, faultNames } from './faults.ts';
import { copyWorker, type Planted } from './killable-worker.ts';
import { playBlock } from './play-block.ts';
import { copyExtension } from './run-kills.ts';

/** `found`: what the checks said of it first; null where they were blind. */
export type ControlResult = { name: string; kills: number; found: string | null };

type Control = { name: string; extension?: BrokenVariant; worker?: readonly Planted[] };

/** A transaction that is rolled back gives the answer; the real one follows later, or before the next push. */
const answersEarly: readonly Planted[] = [
  {
    file: 'worker/src/index.ts',
    replace: "export { Workspace } from './workspace/workspace.ts';",
    by: `import { Workspace as Whole } from './workspace/workspace.ts';

export class Workspace extends Whole {
  push(...given) {
    return this.early(() => super.push(...given));
  }
  push3(...given) {
    return this.early(() => super.push3(...given));
  }
  early(run) {
    this.late?.();
    let answer = null;
    try {
      this.ctx.storage.transactionSync(() => {
        answer = run();
        throw new Error('not yet');
      });
    } catch {}
    const late = () => {
      if (this.late === late) run();
      if (this.late === late) this.late = null;
    };
    this.late = late;
    setTimeout(late, 400);
    return answer;
  }
}`,
  },
];

/** Stretched to 400 ms, so that few kills suffice to meet it. */
const acknowledgesEarly: BrokenVariant = {
  name: 'answers an edit when its transaction has run, not when it is complete',
  file: 'extension/record/write-decisions.ts',
  edits: [
    [
      "await db.transaction('rw', recordTables(db), async",
      "await answeredEarly(db)('rw', recordTables(db), async",
    ],
    // the copy is made of what the outbox holds, and so waits for the transaction
    ['await copyUnsent(recorder, operations);', 'void copyUnsent;'],
  ],
  append: `
import type { Database } from '../db/database.ts';
import { readMeta } from '../db/meta.ts';

function answeredEarly(db: Database) {
  return (mode: 'rw', tables: Parameters<Database['transaction']>[1], body: () => Promise<unknown>) =>
    new Promise((done, failed) => {
      const stretched = async () => {
        done(await body());
        for (const until = Date.now() + 400; Date.now() < until; ) await readMeta(db, 'clock');
      };
      db.transaction(mode, tables, stretched).catch(failed);
    });
}
`,
};

// A mail's answer looks at the pool once more and so waits for its transaction: early there, it is not early.
const settlesLater = brokenVariants.filter(({ file }) => file === 'extension/db/enqueue-operations.ts');

const controls: readonly Control[] = [
  ...[acknowledgesEarly, ...settlesLater].map((extension) => ({
    name: `the device ${extension.name}`,
    extension,
  })),
  { name: 'the server answers a push before it commits', worker: answersEarly },
];

const blocks = 3;
const faults: FaultCounts = {
  ...(Object.fromEntries(faultNames.map((name) => [name, 0])) as FaultCounts),
  'browser killed': 16,
  'worker killed': 12,
  'service worker stopped': 6,
};

/** What the checks must see for a fault to count as found: that a device cannot sync says nothing of what is kept. */
const telling: readonly DamageKind[] = damageKinds.filter((kind) => kind !== 'unsettled');

/** Plants each fault, and plays until the checks have found it. Throws where one no longer fits the sources. */
export async function runControl(
  folder: string,
  seed: number,
  signal: AbortSignal,
  told: (line: string) => void,
): Promise<ControlResult[]> {
  const results: ControlResult[] = [];
  for (const { name, extension, worker } of controls) {
    signal.throwIfAborted();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    await mkdir(folder, { recursive: true });
    told(`planted: ${name}`);
    await copyExtension(await builtWith(extension, folder), join(folder, 'extension'));
    const stage = {
      extension: join(folder, 'extension'),
      worker: await copyWorker(join(folder, 'worker'), worker),
      folder,
      signal,
    };
    const result: ControlResult = { name, kills: 0, found: null };
    for (let number = 0; number < blocks && result.found === null; number += 1) {
      const { damage, struck } = await playBlock({ number, seed, faults }, stage);
      result.kills += struck['browser killed'];
      result.found = telling.flatMap((kind) => damage[kind].map((what) => `${kind}: ${what}`))[0] ?? null;
    }
    results.push(result);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return results;
}

async function builtWith(broken: BrokenVariant | undefined, folder: string): Promise<string> {
  if (broken !== undefined) return buildBroken(broken, join(folder, 'broken'));
  const built = await buildExtension('chrome-local');
  if (built.kind === 'failed') throw new Error(built.why);
  return built.path;
}
