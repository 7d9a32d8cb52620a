import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addYields } from '../../../extension/db/add-yields.ts';
import { joinWorkspace } from '../../../extension/sync/join.ts';
import { sendYields } from '../../../extension/sync/send-yields.ts';
import type { SyncDependencies } from '../../../extension/sync/sync-dependencies.ts';
import { systemRandomness } from '../../../shared/domain/ids.ts';
import { yieldsResponse } from '../../../shared/protocol/yields.ts';
import { dayOf, noCounts } from '../../../shared/yield/yield-counts.ts';
import { createWorkspace } from '../../../worker/local/create-workspace.ts';
import { type RunningWorker, startWorker } from '../../../worker/local/start-worker.ts';
import { freshDatabase } from '../fresh-database.ts';
import { memoryEnrolment } from './syncing-device.ts';

let dataDir: string;
let worker: RunningWorker;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'holdfast-counted-'));
  worker = await startWorker({ dataDir });
});
afterAll(async () => {
  await worker?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it('what a device counted is what the worker tells its admin, however often it was sent', async () => {
  const { invitation } = await createWorkspace(worker, {
    name: 'Tidewater Tools',
    slug: 'tidewater',
    ownDomains: ['tidewater.test'],
    admin: { name: 'Vera Novak', email: 'vera.novak@tidewater.test' },
  });
  const deps: SyncDependencies = {
    db: freshDatabase(),
    enrolment: memoryEnrolment(null),
    fetch,
    now: Date.now,
    random: systemRandomness,
    wait: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    lock: (_name, task) => task(),
  };
  expect(await joinWorkspace(deps, invitation, 'test')).toMatchObject({ ok: true });
  const day = dayOf(Date.now());
  for (const seen of [3, 4]) {
    const counts = { ...noCounts, seen, read: seen - 1, refused: 1 };
    await addYields(deps.db, [{ day, reader: 'sogo', version: 1, counts }]);
    await deps.db.meta.delete('yields-offered');
    await sendYields(deps);
    await deps.db.yields.toCollection().modify({ sent: 0 });
    await deps.db.meta.delete('yields-offered');
    await sendYields(deps);
  }
  const token = (await deps.enrolment.read())?.token;
  const answer = await fetch(`${worker.url}/v1/yields`, { headers: { authorization: `Bearer ${token}` } });
  const { rows } = v.parse(yieldsResponse, await answer.json());
  expect(rows).toEqual([{ day, reader: 'sogo', version: 1, ...noCounts, seen: 7, read: 5, refused: 2 }]);
});
