import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker } from '../../../../worker/local/bundle.ts';
import { inspectIsolate } from '../machine/isolate-inspector.ts';
import { protocolDevice } from '../machine/protocol-device.ts';
import { serveHoldfast } from '../subjects/holdfast.ts';
import { fillWorkspace } from './fill-workspace.ts';

/**
 * The most bytes that were alive in the object's isolate (its front shares it here) while the last fifth of so many records was
 * pushed and a fresh device pulled all of them.
 */
export async function measureHeap(count: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-heap-'));
  const server = await serveHoldfast(folder, await bundleWorker());
  const inspector = await inspectIsolate(server.workerd.inspector);
  try {
    const [writer, reader] = [await protocolDevice(server), await protocolDevice(server)];
    await fillWorkspace(writer, { count: count * 0.8 });
    return await inspector.highestWhile(async () => {
      await fillWorkspace(writer, { count: count * 0.2, first: count * 0.8 });
      await reader.pull(0);
    });
  } finally {
    inspector.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
