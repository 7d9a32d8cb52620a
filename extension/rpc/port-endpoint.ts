import type { Endpoint } from 'comlink';

type PortEvent<L> = { addListener(listener: L): void; removeListener(listener: L): void };

/** The part of `runtime.Port` that is used here. Ports serialise JSON and die with either end. */
export type PortLike = {
  readonly name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: PortEvent<(message: unknown) => void>;
  readonly onDisconnect: PortEvent<() => void>;
};

export type PortEndpointOptions = {
  /** Messages that are not admitted are dropped before Comlink sees them. */
  admit?: (message: unknown) => boolean;
  /** Called once, when nothing more can come from the other end. */
  onLost?: () => void;
};

/**
 * A runtime port as a Comlink endpoint. Comlink takes listeners in the manner of `EventTarget`; writing to a dead port is no
 * error here, because the loss itself is told by `onLost` and Comlink's own clean-up writes at any time.
 */
export function portEndpoint(port: PortLike, { admit = () => true, onLost }: PortEndpointOptions): Endpoint {
  const relays = new Map<unknown, (message: unknown) => void>();
  let open = true;
  const lose = () => {
    if (!open) return;
    open = false;
    for (const relay of relays.values()) port.onMessage.removeListener(relay);
    relays.clear();
    onLost?.();
  };
  port.onDisconnect.addListener(lose);
  return {
    postMessage: (message: unknown) => {
      if (!open) return;
      try {
        port.postMessage(message);
      } catch {
        lose();
      }
    },
    addEventListener: (_type, listener) => {
      const handle = typeof listener === 'function' ? listener : listener.handleEvent.bind(listener);
      const relay = (message: unknown) => {
        if (admit(message)) handle(new MessageEvent('message', { data: message }));
      };
      relays.set(listener, relay);
      port.onMessage.addListener(relay);
    },
    removeEventListener: (_type, listener) => {
      const relay = relays.get(listener);
      if (relay !== undefined) port.onMessage.removeListener(relay);
      relays.delete(listener);
    },
  };
}
