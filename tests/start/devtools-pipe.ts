import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import * as v from 'valibot';

const targetCreated = v.object({
  method: v.picklist(['Target.targetCreated', 'Target.targetInfoChanged']),
  params: v.object({ targetInfo: v.object({ type: v.string(), url: v.string() }) }),
});

/**
 * Opens tabs in a Chromium that was started with `--remote-debugging-pipe` (descriptors 3 and 4; messages are JSON and
 * end with a zero byte), once the extension is there: a tab asked for on the command line comes before it is loaded and
 * stays blocked.
 *
 * @param origin the extension's, e.g. `chrome-extension://<id>/`
 */
export function openTabsOnceLoaded(child: ChildProcess, origin: string, pages: readonly string[]): void {
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  let id = 0;
  const send = (method: string, params: Record<string, unknown>) => {
    id += 1;
    toBrowser.write(`${JSON.stringify({ id, method, params })}\0`);
  };
  let opened = false;
  let held = '';
  toBrowser.on('error', () => {});
  fromBrowser.on('error', () => {});
  fromBrowser.on('data', (chunk: Buffer) => {
    held += chunk.toString();
    const messages = held.split('\0');
    held = messages.pop() ?? '';
    for (const message of messages) {
      const read = v.safeParse(targetCreated, JSON.parse(message));
      if (opened || !read.success || !read.output.params.targetInfo.url.startsWith(origin)) continue;
      opened = true;
      for (const url of pages) send('Target.createTarget', { url });
    }
  });
  send('Target.setDiscoverTargets', { discover: true });
}
