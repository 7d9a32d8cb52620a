import * as v from 'valibot';
import { pageCalls } from '../../../extension/rpc/page-calls.ts';
import type { PortLike } from '../../../extension/rpc/port-endpoint.ts';
import { serve } from '../../../extension/rpc/serve.ts';
import type { PageReading } from '../../../shared/capture/page-reading.ts';
import type { PageSnapshot } from '../../../shared/capture/page-snapshot.ts';
import type { PagePolicy } from '../../../shared/policy/page-policy.ts';

export type Heard = {
  attended(): void;
  captured(reading: PageReading): void;
  /** An ordinary page, which is still to be read. */
  handedOver(snapshot: PageSnapshot, policy: PagePolicy): void;
  /** A call whose input the shipped schema refuses. */
  refused(why: string): void;
  foundWebmail(): Promise<void>;
};

const said = v.object({ port: v.pipe(v.number(), v.integer(), v.minValue(0)), message: v.unknown() });

/**
 * Plays the background to the content scripts of one document, by the shipped call map: every page may be read, by the policy given, and
 * nothing is recorded. Returns what takes the words of that world.
 *
 * @param send hands a message to a port of that world
 */
export function standInBackground(
  policy: PagePolicy,
  heard: Heard,
  send: (port: number, message: unknown) => void,
): (payload: string) => void {
  const ports = new Map<number, (message: unknown) => void>();
  const open = (number: number) => {
    const listeners = new Set<(message: unknown) => void>();
    const port: PortLike = {
      name: 'page',
      postMessage: (message) => send(number, message),
      disconnect: () => {},
      onMessage: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
      onDisconnect: { addListener: () => {}, removeListener: () => {} },
    };
    serve(
      port,
      { calls: pageCalls, handlers: handlers(policy, heard), failures: failures(heard), notice },
      null,
    );
    return (message: unknown) => {
      for (const listener of [...listeners]) listener(message);
    };
  };
  return (payload) => {
    const { port, message } = v.parse(said, JSON.parse(payload));
    const tell = ports.get(port) ?? open(port);
    ports.set(port, tell);
    tell(message);
  };
}

function handlers(
  policy: PagePolicy,
  heard: Heard,
): Parameters<typeof serve<typeof pageCalls, null>>[1]['handlers'] {
  return {
    attend: async () => {
      heard.attended();
      return { kind: 'go', policy };
    },
    capture: async (reading) => {
      heard.captured(reading);
      return { kind: 'nothing' };
    },
    readPage: async (snapshot) => {
      heard.handedOver(snapshot, policy);
      return { kind: 'nothing' };
    },
    foundWebmail: async () => {
      await heard.foundWebmail();
      return { kind: 'handed-over' };
    },
  };
}

function failures(heard: Heard): Parameters<typeof serve<typeof pageCalls, null>>[1]['failures'] {
  const tell = ({ detail = 'refused' }: { detail?: string | undefined }) => heard.refused(detail);
  return {
    attend: (given) => {
      tell(given);
      return { kind: 'off' };
    },
    capture: (given) => {
      tell(given);
      return { kind: 'nothing' };
    },
    readPage: (given) => {
      tell(given);
      return { kind: 'nothing' };
    },
    foundWebmail: (given) => {
      tell(given);
      return { kind: 'nothing' };
    },
  };
}

function notice(error: unknown): { kind: 'server-error'; detail: string } {
  return { kind: 'server-error', detail: error instanceof Error ? error.message : String(error) };
}
