/** The isolated world's name: Chromium's trace tells our work from the page's by it. */
export const WORLD = 'holdfast-lab';

/** What a content script has said, over the one way out of its world. */
export const SAY = 'holdfastSays';

/**
 * Evaluated before a content script: `chrome.runtime` as far as content scripts use it, with ports that end in
 * `globalThis.holdfastSays` (a DevTools binding of this world alone) and are fed by `globalThis.holdfastHears`.
 */
export const WORLD_SOURCE = `(() => {
  if (globalThis.holdfastHears !== undefined) return;
  const say = globalThis.${SAY};
  const ports = [];
  const event = () => {
    const listeners = new Set();
    return {
      tell: (message) => { for (const listener of [...listeners]) listener(message); },
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    };
  };
  globalThis.holdfastHears = (port, message) => ports[port]?.onMessage.tell(message);
  globalThis.chrome = {
    runtime: {
      id: 'holdfast',
      connect({ name }) {
        const at = ports.length;
        const port = {
          name,
          onMessage: event(),
          onDisconnect: event(),
          postMessage: (message) => say(JSON.stringify({ port: at, message })),
          disconnect: () => { ports[at] = undefined; },
        };
        ports.push(port);
        return port;
      },
    },
  };
})();`;

/** Hands a message to a port in that world. */
export function hearing(port: number, message: unknown): string {
  return `holdfastHears(${port}, ${JSON.stringify(message)})\n//# sourceURL=holdfast-lab/port`;
}
