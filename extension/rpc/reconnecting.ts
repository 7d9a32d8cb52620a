import type { PortLike } from './port-endpoint.ts';

export type ReconnectingOptions = {
  /** Opens a port to the background, waking it. Throws where the extension was updated or removed under the page. */
  connect: () => PortLike;
  /** Resolves after that many milliseconds, or early when the signal aborts. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  now?: () => number;
  /** Milliseconds after which one attempt at a call counts as lost, and after which the call is given up. */
  limits: (call: string) => { attemptMs: number; patienceMs: number };
  /** False for calls that must not be sent twice. */
  repeats: (call: string) => boolean;
};

/** `gone`: this script belongs to an extension that is no longer there; it should fall silent. */
export type Answer = { kind: 'answered'; value: unknown } | { kind: 'unreachable' } | { kind: 'gone' };

export type Reconnecting = {
  call(name: string, input: unknown): Promise<Answer>;
  /** Opens the port now rather than with the first call, and again whenever it is lost, until `close`. */
  hold(): void;
  close(): void;
};

/** The browser stops a service worker that idles; one that is wanted again at once would be stopped for nothing. */
const holdPauseMs = 300;

type Line = {
  call: (name: string, input: unknown) => Promise<unknown>;
  lost: Promise<null>;
  /** Closes this end, which tells only the other one; whoever still waits on it is told through `lost`. */
  drop: () => void;
};

/**
 * Calls over a port that may die at any moment, because the browser stops an idle service worker: the next call opens a new
 * port, and a call that was under way is repeated where that is harmless.
 */
export function reconnecting(options: ReconnectingOptions): Reconnecting {
  const { connect, wait = waitFor, now = Date.now, limits, repeats } = options;
  let line: Line | null = null;
  let gone = false;
  let held = false;

  const openAgain = async (pause: number): Promise<void> => {
    await wait(pause, new AbortController().signal);
    if (held && !gone) open();
  };
  const open = (): Line | null => {
    if (line !== null) return line;
    try {
      const opened = lineOver(connect());
      line = opened;
      opened.lost.then(() => {
        if (line === opened) line = null;
        if (held && line === null) void openAgain(holdPauseMs);
      });
    } catch {
      gone = true;
    }
    return line;
  };

  return {
    async call(name, input) {
      const { attemptMs, patienceMs } = limits(name);
      const until = now() + patienceMs;
      for (let attempt = 0; ; attempt += 1) {
        const current = gone ? null : open();
        if (current === null) return { kind: 'gone' };
        const stop = new AbortController();
        const answer = await Promise.race([
          current.call(name, input).then((value) => ({ kind: 'answered' as const, value })),
          current.lost,
          wait(Math.min(attemptMs, Math.max(0, until - now())), stop.signal).then(() => null),
        ]);
        stop.abort();
        if (answer !== null) return answer;
        current.drop();
        const pause = Math.min(1000, 50 * 2 ** attempt);
        if (!repeats(name) || now() + pause >= until) return { kind: 'unreachable' };
        await wait(pause, new AbortController().signal);
      }
    },
    hold() {
      held = true;
      if (!gone) open();
    },
    close() {
      held = false;
      line?.drop();
    },
  };
}

/**
 * Comlink's messages, as the other end serves them (`serve`), without Comlink: of all that it can do only plain calls are let through there, and
 * every page would have to load it and run it for the first time.
 */
function lineOver(port: PortLike): Line {
  const waiting = new Map<string, (value: unknown) => void>();
  let calls = 0;
  let lose = () => {};
  const lost = new Promise<null>((resolve) => {
    lose = () => resolve(null);
  });
  port.onDisconnect.addListener(lose);
  port.onMessage.addListener((message) => {
    const { id, type, value } = message as { id: string; type: unknown; value: unknown };
    if (type !== 'RAW') return;
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  return {
    call: (name, input) =>
      new Promise((resolve) => {
        calls += 1;
        const id = String(calls);
        waiting.set(id, resolve);
        try {
          const argumentList = [{ type: 'RAW', value: input }];
          port.postMessage({ id, type: 'APPLY', path: [name], argumentList });
        } catch {
          // the port is dead already
          lose();
        }
      }),
    lost,
    drop: () => {
      port.disconnect();
      lose();
    },
  };
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
