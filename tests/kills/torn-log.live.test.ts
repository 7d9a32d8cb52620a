import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { derivationFrom } from '../../shared/identity/derived-ids.ts';
import { seededRandom } from '../bench/main/seeded-random.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { deploymentSecret, foundWorkspace } from '../worker/made-up-workspace.ts';
import { findLocalDamage } from './check-device.ts';
import { checkPool, noDamage } from './check-pool.ts';
import { joinedDevice, serveMailPage } from './joined-device.ts';
import { copyWorker, startKillableWorker } from './killable-worker.ts';
import { openLedger } from './ledger.ts';
import { madeUpRecords } from './made-up-records.ts';
import { flowRecords } from './record-flow.ts';
import { readServerPool } from './server-pool.ts';
import { settle } from './settle.ts';

/** LevelDB's log (its doc/log_format.md): a header of a checksum, a length and the type "whole", and nothing behind it. */
function tornRecord(length: number): Buffer {
  return Buffer.from([1, 2, 3, 4, length & 0xff, length >> 8, 1]);
}

/** Ends the newest log of the extension's IndexedDB as a kill in the middle of a write does. */
async function tearLog(profile: string, length: number): Promise<void> {
  const databases = join(profile, 'Default/IndexedDB');
  const [folder = ''] = (await readdir(databases)).filter((name) => name.startsWith('chrome-extension_'));
  const logs = (await readdir(join(databases, folder))).filter((name) => name.endsWith('.log')).sort();
  await appendFile(join(databases, folder, logs.at(-1) ?? ''), tornRecord(length));
}

test.each([
  // What is written behind it is longer than what it lacks: damage, for which the whole database goes.
  { chromium: 'throws away', length: 200, more: 10 },
  // Shorter: taken for its missing rest, which a kill may leave.
  { chromium: 'sets back', length: 25_000, more: 2 },
])(
  'what a rep recorded offline outlives a database that Chromium $chromium because a kill tore its log',
  async ({ length, more }) => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-torn-'));
    await using open = new AsyncDisposableStack();
    open.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const built = await buildExtension('chrome-local');
    if (built.kind === 'failed') throw new Error(built.why);
    const worker = await startKillableWorker(
      await copyWorker(join(folder, 'sources')),
      join(folder, 'worker'),
      deploymentSecret,
    );
    open.defer(() => worker.stop());
    const workspace = await foundWorkspace((path, init) => fetch(worker.url() + path, init));
    const mailUrl = await serveMailPage(open);
    const ledger = openLedger();
    const random = seededRandom(1);
    const setting = { folder, mailUrl, random, worker, ledger, workspace, extension: built.path };
    const { device, member } = await joinedDevice('a', setting);
    open.defer(device.close);
    const derive = await derivationFrom(workspace.admin.key);
    const records = madeUpRecords(0, ledger, random);
    const acknowledged = () => ledger.entries.filter((entry) => entry.acknowledged).length;
    const recordMore = async (more: number) => {
      const until = acknowledged() + more;
      const flow = flowRecords({ device, records, ledger, derive, mailUrl, random });
      while (acknowledged() < until) await flow.nextCall();
      await flow.end();
    };

    const startAgain = async () => {
      await device.start();
      // Answered once what the database lacks has come back.
      await (await device.up()).panel.ask('edit', { changes: [] });
    };
    await settle([device], AbortSignal.timeout(60_000));
    const pooled = await readServerPool(workspace.admin);
    const isPooled = (id: string) => pooled.has(id);
    device.link.down();
    await recordMore(10);
    await device.kill();
    await tearLog(join(folder, 'profile-a'), length);
    await startAgain();
    expect(findLocalDamage(await device.pool(), 'a', ledger.entries, isPooled)).toEqual([]);
    await recordMore(more);
    await device.kill();
    await startAgain();
    expect(findLocalDamage(await device.pool(), 'a', ledger.entries, isPooled)).toEqual([]);
    await recordMore(5);
    device.link.up();
    const { unsettled } = await settle([device], AbortSignal.timeout(60_000));
    expect(unsettled).toEqual([]);
    const truth = await readServerPool(workspace.admin);
    expect(checkPool(truth.values(), ledger, { a: member, b: '' })).toEqual({
      ...noDamage(),
    });
  },
);
