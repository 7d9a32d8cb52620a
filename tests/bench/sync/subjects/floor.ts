import { join } from 'node:path';
import { bundleForWorkerd, runWorkerd } from '../machine/run-workerd.ts';
import type { Subject } from './subject.ts';

/** What nothing that keeps plain records can undercut: one compressed request into one insert, and into one bulkPut. */
export const floor: Subject = {
  name: 'floor',
  page: join(import.meta.dirname, '../pages/floor.ts'),
  live: false,
  startServer: async (folder) => {
    const script = await bundleForWorkerd(join(import.meta.dirname, '../inside/floor-worker.ts'));
    const { url, pid, objects, stop } = await runWorkerd(folder, script);
    return { url, pid, data: objects, stop, client: async (name) => ({ server: url, name, link: '' }) };
  },
};
