import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../../tools/project.ts';
import { packageScript, runCommand } from '../../tools/run-command.ts';

/** One planted fault: a sentence, and how the shipped source is changed. The kill harness must find each. */
export type BrokenVariant = {
  name: string;
  file: string;
  /** What stands there once, and what is put in its place. */
  edits: readonly (readonly [stands: string, instead: string])[];
  append: string;
};

/** Faults of the kind that real extensions ship, stretched to 400 ms so that few kills suffice to meet them. */
export const brokenVariants: readonly BrokenVariant[] = [
  {
    name: 'answers when the transaction has run, not when it is complete',
    file: 'extension/record/record-reading.ts',
    edits: [
      ['await db.transaction(', 'await answeredEarly(db)('],
      // what looks into the outbox or the pool once more would wait for the transaction
      ['await copyUnsent(recorder, operations);', 'void copyUnsent;'],
      ['await withElsewhere(db, plan.page, ids)', 'plan.page'],
      ['/** Says of those on the page', 'void withElsewhere;\n/** Says of those on the page'],
    ],
    append: `
function answeredEarly(db: Database) {
  return <T>(mode: 'rw', tables: Parameters<Database['transaction']>[1], body: () => Promise<T>) =>
    new Promise<T>((done, failed) => {
      const stretched = async () => {
        const answer = await body();
        done(answer);
        for (const until = Date.now() + 400; Date.now() < until; ) await readMeta(db, 'clock');
      };
      db.transaction(mode, tables, stretched).catch(failed);
    });
}
`,
  },
  {
    name: 'writes the records in a second transaction after the outbox',
    file: 'extension/db/enqueue-operations.ts',
    edits: [
      [
        'await settleRecords(db, operations.flatMap(recordsOf), { member, generation });',
        'settleLater(db, operations, { member, generation });',
      ],
    ],
    append: `
import { Dexie } from 'dexie';
import { recordTables } from './settle-records.ts';

function settleLater(db: Database, operations: readonly Operation[], held: Parameters<typeof settleRecords>[2]): void {
  const settle = () => settleRecords(db, operations.flatMap(recordsOf), held);
  Dexie.ignoreTransaction(() => setTimeout(() => db.transaction('rw', recordTables(db), settle), 400));
}
`,
  },
];

/** Builds the extension with one fault into `folder`; the path of the build. Throws where the fault no longer fits the source. */
export async function buildBroken(variant: BrokenVariant, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const skip = (path: string) => !/\/(?:\.output|\.wxt)(?:\/|$)/.test(path);
  for (const part of ['extension', 'shared', 'package.json', 'tsconfig.json']) {
    await cp(join(PROJECT, part), join(folder, part), { recursive: true, filter: skip });
  }
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, variant.file);
  let source = await readFile(path, 'utf8');
  for (const [stands, instead] of variant.edits) {
    if (!source.includes(stands))
      throw new Error(`the fault “${variant.name}” no longer fits ${variant.file}`);
    source = source.replace(stands, instead);
  }
  await writeFile(path, source + variant.append);
  const { ok, output } = await runCommand(
    process.execPath,
    [packageScript('wxt/bin/wxt.mjs'), 'build', join(folder, 'extension')],
    {
      cwd: folder,
      env: { HOLDFAST_GRANT_LOCAL: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
      limitMs: 300_000,
    },
  );
  if (!ok) throw new Error(`the broken variant does not build:\n${output}`);
  return join(folder, 'extension/.output/chrome-mv3-local');
}
