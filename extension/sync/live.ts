import * as v from 'valibot';
import { livePing, liveTicket, ticketPrefix } from '../../shared/protocol/live.ts';
import { type LiveDown3, liveDown3, liveProtocol3 } from '../../shared/protocol/live-3.ts';
import { exchange, patienceMs } from './exchange.ts';
import { backoffMs, type SyncDependencies } from './sync-dependencies.ts';
import { takeSteps } from './take-steps.ts';

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
  /** Told when a poke was taken as it came, after which there is nothing to pull. */
  pokeTaken?: () => void;
  /** Calls back, until the signal aborts, when the server answers again after it could not be reached. */
  onReachedAgain?: (listener: () => void, signal: AbortSignal) => void;
};

/** A ping this often keeps the way open, and the service worker running while an interface is. */
const pingMs = 20_000;

/**
 * Holds a live connection until the signal aborts, connecting again with growing, spread pauses. `onNews` is called when there
 * may be something to pull: after connecting, on a poke that does not carry all itself, and when the server says that this device
 * is revoked, since the next request then says why. What a poke carries saves a request: HTTP is the source of truth.
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
    await pause(deps, backoffMs(failures, deps.random), signal);
  }
}

/** Ends early once something else has found the server there again: what changes from then on would not be heard of. */
async function pause(deps: LiveDependencies, ms: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  deps.onReachedAgain?.(() => over.abort(), either);
  await deps.wait(ms, either);
  over.abort();
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
  const protocols = [liveProtocol3, ticketPrefix + ticket.body.ticket];
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
  let taken: Promise<void> = Promise.resolve();
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
  // A way that swallows the request to connect would be waited for by the browser for minutes.
  void deps.wait(patienceMs, closed.signal).then(() => {
    if (!opened && !closed.signal.aborted) close();
  });
  socket.onopen = () => {
    opened = true;
    onNews();
    void beat();
  };
  socket.onmessage = ({ data }) => {
    heard = true;
    const said = parseDown(data);
    if (said !== null) taken = taken.then(() => take(deps, said, onNews));
  };
  socket.onclose = finish;
  socket.onerror = close;
  return promise;
}

/** One after the other, for each begins where the one before ended. Never rejects. */
async function take({ db, pokeTaken }: LiveDependencies, said: LiveDown3, onNews: () => void): Promise<void> {
  if (said.type === 'poke' && said.steps !== undefined) {
    // Where IndexedDB refuses, the round that follows says so.
    if (await takeSteps(db, said.steps, said.seq).catch(() => false)) return pokeTaken?.();
  }
  onNews();
}

function parseDown(data: unknown): LiveDown3 | null {
  if (typeof data !== 'string' || !data.startsWith('{')) return null;
  try {
    const said = v.safeParse(liveDown3, JSON.parse(data));
    return said.success ? said.output : null;
  } catch {
    return null;
  }
}
