import type { PortLike } from './port-endpoint.ts';

/** Does something after that many milliseconds; what it returns calls that off. */
export type After = (ms: number, then: () => void) => () => void;

export const usualAfter: After = (ms, then) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

/** Null: the port was lost. */
type Done = (answer: { value: unknown } | null) => void;

export type Line = {
  ask(name: string, input: unknown, done: Done): void;
  /** Closes this end, which tells only the other one; whoever still waits here is told, too. */
  drop(): void;
};

/**
 * Comlink's messages, as the other end serves them (`serve`), without Comlink: of all that it can do only plain calls are let
 * through there, and every page would have to load it and run it for the first time.
 */
export function lineOver(port: PortLike, onLost: () => void): Line {
  const waiting = new Map<unknown, Done>();
  let calls = 0;
  let lost = false;
  const lose = () => {
    if (lost) return;
    lost = true;
    for (const done of waiting.values()) done(null);
    onLost();
  };
  port.onDisconnect.addListener(lose);
  port.onMessage.addListener((message) => {
    const { id, type, value } = message as { id: unknown; type: unknown; value: unknown };
    if (type !== 'RAW') return;
    waiting.get(id)?.({ value });
    waiting.delete(id);
  });
  return {
    ask(name, input, done) {
      calls += 1;
      const id = String(calls);
      waiting.set(id, done);
      try {
        const argumentList = [{ type: 'RAW', value: input }];
        port.postMessage({ id, type: 'APPLY', path: [name], argumentList });
      } catch {
        // the port is dead already
        lose();
      }
    },
    drop() {
      port.disconnect();
      lose();
    },
  };
}
