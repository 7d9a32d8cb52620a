import * as v from 'valibot';
import { liveDown, livePing, liveProtocol, liveTicket, ticketPrefix } from '../../shared/protocol/live.ts';
import { exchange } from './exchange.ts';
import { backoffMs, type SyncDependencies } from './sync-dependencies.ts';

/** The part of `WebSocket` that is used here. */
export type SocketLike = {
  send(data: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
};

export type LiveDependencies = SyncDependencies & {
  openSocket: (url: string, protocols: string[]) => SocketLike;
};

/** A ping this often keeps the way open, and the service worker running while an interface is. */
const pingMs = 20_000;

/**
 * Holds a live connection until the signal aborts, connecting again with growing, spread pauses. `onNews` is called when there
 * may be something to pull: after connecting, on every poke, and when the server says that this device is revoked, since the
 * next request then says why. The socket carries no records: HTTP is the source of truth.
 */
export async function holdLive(
  deps: LiveDependencies,
  onNews: () => void,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const lasted = await oneConnection(deps, onNews, signal);
    failures = lasted ? 0 : failures + 1;
    if (signal.aborted) return;
    await deps.wait(backoffMs(failures, deps.random), signal);
  }
}

/** True where the connection stood, however it ended. */
async function oneConnection(
  deps: LiveDependencies,
  onNews: () => void,
  signal: AbortSignal,
): Promise<boolean> {
  const enrolment = await deps.enrolment.read();
  if (enrolment === null) return false;
  const { server, token } = enrolment;
  const ticket = await exchange(
    deps,
    server,
    { method: 'POST', path: '/v1/live-ticket', authorization: `Bearer ${token}` },
    liveTicket,
  );
  if (ticket.kind === 'refused') {
    if (ticket.refusal.notice.kind === 'device-revoked') onNews();
    return false;
  }
  if (signal.aborted) return false;
  const url = new URL('/v1/live', server);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const protocols = [liveProtocol, ticketPrefix + ticket.body.ticket];
  return untilClosed(deps, deps.openSocket(url.href, protocols), onNews, signal);
}

function untilClosed(
  deps: LiveDependencies,
  socket: SocketLike,
  onNews: () => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const closed = new AbortController();
  let opened = false;
  let heard = true;
  const finish = () => {
    closed.abort();
    resolve(opened);
  };
  const close = () => {
    socket.close();
    finish();
  };
  signal.addEventListener('abort', close, { signal: closed.signal });
  const beat = async () => {
    while (!closed.signal.aborted) {
      await deps.wait(pingMs, closed.signal);
      if (closed.signal.aborted) return;
      // A peer that is silently gone answers no ping, and the socket would not say so for minutes.
      if (!heard) return close();
      heard = false;
      socket.send(livePing);
    }
  };
  socket.onopen = () => {
    opened = true;
    onNews();
    void beat();
  };
  socket.onmessage = ({ data }) => {
    heard = true;
    if (isNews(data)) onNews();
  };
  socket.onclose = finish;
  socket.onerror = close;
  return promise;
}

function isNews(data: unknown): boolean {
  if (typeof data !== 'string' || !data.startsWith('{')) return false;
  try {
    return v.is(liveDown, JSON.parse(data));
  } catch {
    return false;
  }
}
