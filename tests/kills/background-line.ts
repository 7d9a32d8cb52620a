import type { Evaluate } from './devtools.ts';

/** `lost`: the port or the page died before the answer came: whether the call was carried out is open. */
export type Answer = { kind: 'answered'; value: unknown } | { kind: 'lost' };

export type BackgroundLine = { ask(call: string, input: unknown): Promise<Answer> };

/** A call without an answer for this long is taken as lost. */
const patienceMs = 20_000;

/**
 * The extension's own calls, from where the extension makes them: a port to the background from a content script's world
 * (`page`) or from one of the extension's pages (`interface`, which is held open and so keeps the live connection). The
 * messages are Comlink's, as extension/rpc/serve.ts takes them.
 */
export async function openLine(evaluate: Evaluate, name: 'page' | 'interface'): Promise<BackgroundLine> {
  await evaluate(installLine, { name, patienceMs });
  return {
    ask: async (call, input) => {
      try {
        return await evaluate(askInPage, { call, input });
      } catch {
        return { kind: 'lost' };
      }
    },
  };
}

type Port = {
  postMessage(message: unknown): void;
  onMessage: { addListener(f: (message: { id: string; value?: unknown }) => void): void };
  onDisconnect: { addListener(f: () => void): void };
};
type Scope = {
  chrome: { runtime: { connect(options: { name: string }): Port } };
  holdfastAsk(call: string, input: unknown): Promise<Answer>;
};

function installLine(given: { name: string; patienceMs: number }): void {
  const scope = globalThis as unknown as Scope;
  const waiting = new Map<string, (answer: Answer) => void>();
  let port: Port | null = null;
  let count = 0;
  const open = (): Port => {
    if (port !== null) return port;
    const opened = scope.chrome.runtime.connect({ name: given.name });
    port = opened;
    opened.onMessage.addListener(({ id, value }) => {
      waiting.get(id)?.({ kind: 'answered', value });
      waiting.delete(id);
    });
    opened.onDisconnect.addListener(() => {
      port = null;
      for (const answer of waiting.values()) answer({ kind: 'lost' });
      waiting.clear();
      if (given.name === 'interface') setTimeout(open, 300);
    });
    return opened;
  };
  scope.holdfastAsk = (call, input) =>
    new Promise((done) => {
      count += 1;
      const id = `${count}-${Math.random()}`;
      waiting.set(id, done);
      setTimeout(() => {
        waiting.delete(id);
        done({ kind: 'lost' });
      }, given.patienceMs);
      const argumentList = [{ type: 'RAW', value: input }];
      open().postMessage({ id, type: 'APPLY', path: [call], argumentList });
    });
  if (given.name === 'interface') open();
}

function askInPage(given: { call: string; input: unknown }): Promise<Answer> {
  return (globalThis as unknown as Scope).holdfastAsk(given.call, given.input);
}
