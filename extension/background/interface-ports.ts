import type { SenderPort } from './caller.ts';

export type OpenInterfaces = {
  add(port: SenderPort): void;
  /** Ends what is held and begins it anew, where an interface is open. */
  restart(): void;
};

/**
 * Holds something while at least one interface is open. Ports die with their page, and all of them with the service worker,
 * whose next start begins with none: the interfaces then connect again.
 */
export function whileOpen(hold: (signal: AbortSignal) => void): OpenInterfaces {
  const open = new Set<SenderPort>();
  let holding: AbortController | null = null;
  const restart = () => {
    holding?.abort();
    holding = null;
    if (open.size === 0) return;
    holding = new AbortController();
    hold(holding.signal);
  };
  return {
    add: (port) => {
      open.add(port);
      if (open.size === 1) restart();
      port.onDisconnect.addListener(() => {
        open.delete(port);
        if (open.size === 0) restart();
      });
    },
    restart,
  };
}
