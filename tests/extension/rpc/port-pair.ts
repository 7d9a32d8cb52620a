import type { PortLike } from '../../../extension/rpc/port-endpoint.ts';

type Listener = (message: unknown) => void;

/** Two ends of a made-up runtime port: JSON between them, delivered later, and `disconnect` told to the other end only. */
export function portPair(name = 'page'): { here: PortLike; there: PortLike; kill: () => void } {
  const ends = [makeEnd(), makeEnd()] as const;
  const [a, b] = ends;
  let open = true;
  const link = (from: End, to: End): PortLike => ({
    name,
    postMessage: (message) => {
      if (!open) throw new Error('Attempting to use a disconnected port object');
      const text = JSON.stringify(message);
      setImmediate(() => {
        if (open) for (const listener of [...to.messages]) listener(JSON.parse(text));
      });
    },
    disconnect: () => {
      if (!open) return;
      open = false;
      setImmediate(() => {
        for (const listener of [...to.losses]) listener();
      });
    },
    onMessage: {
      addListener: (l) => void from.messages.add(l),
      removeListener: (l) => void from.messages.delete(l),
    },
    onDisconnect: {
      addListener: (l) => void from.losses.add(l),
      removeListener: (l) => void from.losses.delete(l),
    },
  });
  const kill = () => {
    open = false;
    for (const end of ends) for (const listener of [...end.losses]) listener();
  };
  return { here: link(a, b), there: link(b, a), kill };
}

type End = { messages: Set<Listener>; losses: Set<() => void> };

function makeEnd(): End {
  return { messages: new Set(), losses: new Set() };
}
