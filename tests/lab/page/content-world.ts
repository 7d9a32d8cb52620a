import type { CDPSession } from 'playwright-core';
import { type Heard, standInBackground } from './stand-in-background.ts';
import { hearing, SAY, WORLD, WORLD_SOURCE } from './world-source.ts';

/** The isolated world of a tab's top frame, in which content scripts run. */
export type ContentWorld = {
  /** Lays `chrome.runtime` into the document that is there, which is none of a content script's work. */
  open(): Promise<void>;
  /** Evaluates a script in the document that is there, once the world is open. Rejects where it throws. */
  run(source: string): Promise<void>;
  /** Evaluates a script in every document from now on, before anything of its own runs. */
  runFirst(source: string): Promise<void>;
};

const emptyPolicy = { ownDomains: [], neverAddresses: [], neverDomains: [] };

/** Makes the world ready; what its scripts say goes to a stand-in for the background. */
export async function openWorld(session: CDPSession, heard: Heard): Promise<ContentWorld> {
  const evaluate = async (expression: string) => {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: WORLD,
    });
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId });
    if (exceptionDetails !== undefined) {
      const { exception, text } = exceptionDetails;
      throw new Error(`the content script threw: ${exception?.description ?? text}`);
    }
  };
  const tell = (port: number, message: unknown) => void evaluate(hearing(port, message)).catch(() => {});
  const background = standInBackground(emptyPolicy, heard, tell);
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === SAY) background(payload);
  });
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: SAY, executionContextName: WORLD });
  return {
    open: () => evaluate(WORLD_SOURCE),
    run: (source) => evaluate(source),
    runFirst: async (source) => {
      await session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `if (window === top) {${WORLD_SOURCE}\n${source}\n}`,
        worldName: WORLD,
      });
    },
  };
}
