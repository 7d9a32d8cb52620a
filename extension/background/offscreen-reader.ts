import * as v from 'valibot';
import { pageReading } from '../../shared/capture/page-reading.ts';
import type { ReadRequest } from '../rpc/read-request.ts';
import type { ReadPage } from './page-handlers.ts';

/** The part of `offscreen` and `runtime` that is used here. */
export type OffscreenSurface = {
  isOpen(): Promise<boolean>;
  /** Resolves when the document has loaded; rejects where there is one already. */
  open(): Promise<void>;
  /** Rejects where nobody is there to answer. */
  send(request: ReadRequest): Promise<unknown>;
  wait(ms: number): Promise<void>;
};

const pausesMs = [0, 100, 1000];
const patienceMs = 20_000;

/**
 * Reads pages in a document of the extension's own: a service worker has no parser, and in the page's own thread it would cost the page what it costs. There is
 * at most one, made on demand; it may close when it idles, die, or still be there from before this service worker started.
 */
export function offscreenReader(surface: OffscreenSurface): ReadPage {
  let opening: Promise<void> | null = null;
  const open = async (): Promise<void> => {
    if (await surface.isOpen()) return;
    await surface.open().catch(async (error: unknown) => {
      if (!(await surface.isOpen())) throw error;
    });
  };
  const attempt = async (request: ReadRequest): Promise<unknown> => {
    opening ??= open().finally(() => {
      opening = null;
    });
    await opening;
    return Promise.race([surface.send(request), surface.wait(patienceMs)]);
  };
  return async (snapshot, policy) => {
    for (const pause of pausesMs) {
      await surface.wait(pause);
      try {
        const answer = await attempt({ kind: 'read-snapshot', snapshot, policy });
        const reading = v.safeParse(pageReading, answer);
        return reading.success ? reading.output : null;
      } catch (error) {
        // it was about to close, or is not quite there yet
        if (pause === pausesMs.at(-1)) console.error(error);
      }
    }
    return null;
  };
}
