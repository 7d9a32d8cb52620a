import type { DevTools } from './devtools.ts';

export type ServiceWorker = {
  /** Stops it as Chromium stops an idle one, only at any moment; false where it does not run. */
  stop(): Promise<boolean>;
  /** Moves the extension's clock, now and in every later start. */
  setClock(skewMs: number): Promise<void>;
  /** The page over whose session it is to be stopped; its ServiceWorker domain must be enabled. */
  stopOver(session: string): void;
};

/**
 * Decision: the clock jumps inside the service worker. libfaketime would move the browser's own timers too and has to be
 * installed; the virtual time of DevTools is for pages alone. A worker that waits for its debugger can be given another
 * `Date` before its first line runs, which every `Date.now` of the shipped code then is, in this start and in each later one.
 * Consequence: what the browser itself stamps (alarms, HTTP) stays at the machine's time.
 *
 * @param held the worker's first start waits for it
 */
export async function watchServiceWorker(
  devTools: DevTools,
  origin: string,
  skewMs: number,
  held: Promise<void>,
): Promise<ServiceWorker> {
  let skew = skewMs;
  let session: string | null = null;
  let pageSession: string | null = null;
  const versions = new Map<string, { versionId: string; scriptURL: string; runningStatus: string }>();

  const evaluate = (expression: string) =>
    devTools.send('Runtime.evaluate', { expression }, session ?? undefined);
  const begin = async (started: string) => {
    await held;
    await devTools.send('Runtime.evaluate', { expression: patch(skew) }, started);
    await devTools.send('Runtime.runIfWaitingForDebugger', {}, started);
  };
  devTools.on(({ method, params, sessionId }) => {
    if (method === 'Target.attachedToTarget') {
      const target = params as { sessionId: string; targetInfo: { type: string; url: string } };
      if (target.targetInfo.type !== 'service_worker') return;
      if (target.targetInfo.url.startsWith(origin)) session = target.sessionId;
      begin(target.sessionId).catch(ignore);
    }
    // Stopped and started again, it keeps its session.
    if (method === 'Inspector.targetReloadedAfterCrash' && sessionId === session && session !== null) {
      begin(session).catch(ignore);
    }
    if (method === 'ServiceWorker.workerVersionUpdated') {
      const { versions: updated } = params as { versions: { versionId: string }[] };
      for (const version of updated) versions.set(version.versionId, version as never);
    }
  });
  await devTools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'service_worker' }, { exclude: true }],
  });
  return {
    stop: async () => {
      const running = [...versions.values()].filter(
        ({ runningStatus, scriptURL }) => runningStatus === 'running' && scriptURL.startsWith(origin),
      );
      for (const { versionId } of running) {
        await devTools.send('ServiceWorker.stopWorker', { versionId }, pageSession ?? undefined);
      }
      return running.length > 0;
    },
    setClock: async (ms) => {
      skew = ms;
      // Asleep it has no clock; its next start is given this one.
      await evaluate(`globalThis.holdfastSkew = ${ms}`).catch(ignore);
    },
    stopOver: (page) => {
      pageSession = page;
    },
  };
}

/** Time as the worker's code sees it: the machine's plus what `holdfastSkew` says at that moment. */
function patch(skew: number): string {
  return `{
    const RealDate = Date;
    const real = RealDate.now.bind(RealDate);
    globalThis.holdfastSkew = ${skew};
    const now = () => real() + globalThis.holdfastSkew;
    globalThis.Date = class extends RealDate {
      constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
      static now() { return now(); }
    };
  }`;
}

function ignore(): void {
  // It ended, or was stopped, under our hands: the next start begins anew.
}
