import { type After, type Line, lineOver, usualAfter } from './line.ts';
import type { PortLike } from './port-endpoint.ts';

export type ReconnectingOptions = {
  /** Opens a port to the background, waking it. Throws where the extension was updated or removed under the page. */
  connect: () => PortLike;
  after?: After;
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
const longestPauseMs = 1000;

/**
 * Calls over a port that may die at any moment, because the browser stops an idle service worker: the next call opens a new
 * port, and a call that was under way is repeated where that is harmless.
 */
export function reconnecting(options: ReconnectingOptions): Reconnecting {
  const { connect, after = usualAfter, now = Date.now, limits, repeats } = options;
  let line: Line | null = null;
  let gone = false;
  let held = false;

  const open = (): Line | null => {
    if (line !== null || gone) return line;
    try {
      const opened = lineOver(connect(), () => {
        if (line === opened) line = null;
        if (held) after(holdPauseMs, () => held && open());
      });
      line = opened;
    } catch {
      gone = true;
    }
    return line;
  };
  const attempt = (current: Line, name: string, input: unknown, ms: number) =>
    new Promise<Answer | null>((resolve) => {
      const callOff = after(ms, () => resolve(null));
      current.ask(name, input, (answer) => {
        callOff();
        resolve(answer === null ? null : { kind: 'answered', value: answer.value });
      });
    });

  return {
    async call(name, input) {
      const { attemptMs, patienceMs } = limits(name);
      const until = now() + patienceMs;
      for (let pause = 50; ; pause = Math.min(longestPauseMs, pause * 2)) {
        const current = open();
        if (current === null) return { kind: 'gone' };
        const answer = await attempt(current, name, input, Math.min(attemptMs, until - now()));
        if (answer !== null) return answer;
        current.drop();
        if (!repeats(name) || now() + pause >= until) return { kind: 'unreachable' };
        await new Promise<void>((resolve) => after(pause, resolve));
      }
    },
    hold() {
      held = true;
      open();
    },
    close() {
      held = false;
      line?.drop();
    },
  };
}
