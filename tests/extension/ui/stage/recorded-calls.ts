import * as v from 'valibot';
import { interfaceCalls } from '../../../../extension/rpc/interface-calls.ts';
import type { PortLike } from '../../../../extension/rpc/port-endpoint.ts';
import { serve } from '../../../../extension/rpc/serve.ts';

/**
 * Bundled for the page, before its own scripts: the background's end of the port, in the page itself. It validates and
 * notes every call, and answers what `recordedAnswers` holds under the call's name, else a plain success.
 */
type Note = { call: string; input: unknown };
type Recorded = { recordedCalls: Note[]; recordedAnswers: Record<string, unknown> };
const recorded: Recorded = { recordedCalls: [], recordedAnswers: {} };
Object.assign(globalThis, recorded);

const names = Object.keys(interfaceCalls) as (keyof typeof interfaceCalls)[];
const plain = { ok: true, value: null };
const numbers = new Set<string>(['take', 'dismiss']);

function answer(call: string, input: unknown): unknown {
  recorded.recordedCalls.push({ call, input });
  const prepared = recorded.recordedAnswers[call];
  if (prepared !== undefined) return prepared;
  return numbers.has(call) ? { ok: true, value: 1 } : plain;
}

type Listener = (message: unknown) => void;
function connect(): PortLike {
  const toPage = new Set<Listener>();
  const toBackground = new Set<Listener>();
  const end = (mine: Set<Listener>, other: Set<Listener>): PortLike => ({
    name: 'interface',
    postMessage: (message) => {
      const text = JSON.stringify(message);
      setTimeout(() => {
        for (const listener of other) listener(JSON.parse(text));
      });
    },
    disconnect: () => {},
    onMessage: { addListener: (l) => void mine.add(l), removeListener: (l) => void mine.delete(l) },
    onDisconnect: { addListener: () => {}, removeListener: () => {} },
  });
  const calls = Object.fromEntries(
    names.map((name) => [name, { input: interfaceCalls[name].input, output: v.unknown() }]),
  );
  serve(
    end(toBackground, toPage),
    {
      calls,
      handlers: Object.fromEntries(
        names.map((name) => [name, async (input: unknown) => answer(name, input)]),
      ),
      failures: Object.fromEntries(names.map((name) => [name, (notice) => ({ ok: false, notice })])),
      notice: () => ({ kind: 'server-error' }),
    },
    null,
  );
  return end(toPage, toBackground);
}

const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect: unknown } } }).chrome;
runtime.connect = connect;
