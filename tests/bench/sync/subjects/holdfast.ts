import { join } from 'node:path';
import { bundleWorker } from '../../../../worker/local/bundle.ts';
import { foundWorkspace } from '../../../worker/made-up-workspace.ts';
import { runWorkerd, type Workerd } from '../machine/run-workerd.ts';
import type { Subject, SubjectServer } from './subject.ts';

/** The shipped worker under workerd, with a workspace, and an invitation for whoever asks. */
export const holdfast: Subject = {
  name: 'holdfast',
  page: join(import.meta.dirname, '../pages/holdfast.ts'),
  live: true,
  startServer: async (folder) => serveHoldfast(folder, await bundleWorker()),
};

/** `script`: the shipped bundle, or one that counts what is billed. */
export async function serveHoldfast(
  folder: string,
  script: string,
): Promise<SubjectServer & { workerd: Workerd }> {
  const secret = 'the secret of this deployment';
  const workerd = await runWorkerd(folder, script, secret);
  const { url, pid, objects, stop } = workerd;
  const workspace = await foundWorkspace((path, init) => fetch(`${url}${path}`, init), secret);
  let clients = 0;
  return {
    url,
    pid,
    data: objects,
    stop,
    workerd,
    client: async (name) => {
      clients += 1;
      const { link } = await workspace.invite(`Rep ${clients}`, 'rep');
      return { server: url, name, link };
    },
  };
}
