import * as v from 'valibot';
import type { Calls } from './call-map.ts';
import { interfaceCalls } from './interface-calls.ts';
import type { Result } from './notice.ts';
import { type ReconnectingOptions, reconnecting } from './reconnecting.ts';

export { interfacePortName } from './port-names.ts';

/** Sent twice they would do something twice; after a lost answer the person decides. */
const once: ReadonlySet<string> = new Set(['join', 'invite', 'edit', 'decide']);

export type InterfaceClientOptions = Pick<ReconnectingOptions, 'connect' | 'after' | 'now'>;

const limits = { attemptMs: 60_000, patienceMs: 90_000 };

export type InterfaceClient = Calls<typeof interfaceCalls> & {
  /** Opens the port, which holds the live connection while the interface is open, and again whenever it is lost. */
  hold(): void;
  close(): void;
};

/** Panel's and dashboard's end: answers are validated, and whatever goes wrong comes back as a notice, never as a throw. */
export function interfaceClient(options: InterfaceClientOptions): InterfaceClient {
  const line = reconnecting({ ...options, limits: () => limits, repeats: (name) => !once.has(name) });
  const ask = async (name: keyof typeof interfaceCalls, input: unknown): Promise<Result<unknown>> => {
    const answer = await line.call(name, input);
    if (answer.kind !== 'answered') return { ok: false, notice: { kind: 'unreachable' } };
    const parsed = v.safeParse(interfaceCalls[name].output, answer.value);
    if (parsed.success) return parsed.output as Result<unknown>;
    return { ok: false, notice: { kind: 'server-error', detail: `${name} answered in an unknown shape` } };
  };
  const names = Object.keys(interfaceCalls) as (keyof typeof interfaceCalls)[];
  const calls = Object.fromEntries(names.map((name) => [name, (input: unknown) => ask(name, input)]));
  return { ...(calls as Calls<typeof interfaceCalls>), hold: line.hold, close: line.close };
}
