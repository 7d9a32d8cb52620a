import { writeMeta } from '../../../extension/db/meta.ts';
import type { Enrolment, EnrolmentStore, Left } from '../../../extension/sync/enrolment.ts';
import type { SyncDependencies } from '../../../extension/sync/sync-dependencies.ts';
import { createSyncer, type Syncer } from '../../../extension/sync/syncer.ts';
import { type MadeUpDevice, madeUpDevice, madeUpId, workspaceKey } from '../made-up-device.ts';
import { type ScriptedServer, scriptedServer } from './scripted-server.ts';

export type SyncingDevice = MadeUpDevice & {
  server: ScriptedServer;
  syncer: Syncer;
  deps: SyncDependencies;
  enrolment: Enrolment;
};

export const token = `${madeUpId(9)}.${'A'.repeat(43)}`;

export function memoryEnrolment(enrolment: Enrolment | null): EnrolmentStore {
  let held = enrolment;
  let gone: Left | null = null;
  return {
    read: async () => held,
    write: async (next) => {
      held = next;
      gone = null;
    },
    leave: async (left) => {
      held = null;
      gone = left;
    },
    left: async () => gone,
  };
}

/** A joined device beside a scripted server. Nothing is retried by itself: each round is asked for. */
export async function syncingDevice(
  options: Parameters<typeof madeUpDevice>[0] & { server?: ScriptedServer; bulkRows?: number } = {},
): Promise<SyncingDevice> {
  const device = await madeUpDevice(options);
  const server = options.server ?? scriptedServer(device.clock, device.device);
  const enrolment: Enrolment = {
    server: 'http://worker.tidewater.test',
    token,
    device: device.device,
    member: device.member,
    role: 'rep',
    workspace: { id: madeUpId(9), name: 'Tidewater Tools', slug: 'tidewater' },
    key: workspaceKey,
    cursor: { epoch: 1, view: 1, seq: 0 },
    epoch: 'epoch-of-this-device',
  };
  await writeMeta(device.db, 'device-epoch', enrolment.epoch);
  await writeMeta(device.db, 'cursor', { epoch: 1, view: 1, seq: 0 });
  const deps: SyncDependencies = {
    db: device.db,
    enrolment: memoryEnrolment(enrolment),
    fetch: server.fetch,
    now: device.now,
    random: device.random,
    wait: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    lock: (_name, task) => task(),
    ...(options.bulkRows === undefined ? {} : { bulkRows: options.bulkRows }),
  };
  return { ...device, server, deps, enrolment, syncer: createSyncer(deps) };
}
