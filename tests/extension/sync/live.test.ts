import { describe, expect, it } from 'vitest';
import { readMeta, writeMeta } from '../../../extension/db/meta.ts';
import { holdLive, type LiveDependencies, type SocketLike } from '../../../extension/sync/live.ts';
import { reachedAgain } from '../../../extension/sync/reached-again.ts';
import { liveProtocol3 } from '../../../shared/protocol/live-3.ts';
import { madeUpId } from '../made-up-device.ts';
import { refuse } from './scripted-server.ts';
import { syncingDevice, token } from './syncing-device.ts';

const stamp = '01a20846f000-0000-a';

type MadeUpSocket = SocketLike & { url: string; protocols: string[]; sent: string[]; closed: boolean };

/** A device whose waits pass at once, and whose sockets do what `play` says. */
async function liveDevice(play: (socket: MadeUpSocket, n: number) => void) {
  const device = await syncingDevice();
  const sockets: MadeUpSocket[] = [];
  const waits: number[] = [];
  device.server.state.script = ({ path }) =>
    path === '/v1/live-ticket' ? Response.json({ ticket: token, seconds: 30 }) : null;
  const deps: LiveDependencies = {
    ...device.deps,
    wait: (ms, signal) => {
      if (ms === 30_000) return new Promise(() => {});
      waits.push(ms);
      return new Promise((resolve) => (signal.aborted ? resolve() : setImmediate(resolve)));
    },
    openSocket: (url, protocols) => {
      const socket: MadeUpSocket = {
        url,
        protocols,
        sent: [],
        closed: false,
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        send: (data) => void socket.sent.push(data),
        close: () => {
          socket.closed = true;
        },
      };
      sockets.push(socket);
      setImmediate(() => play(socket, sockets.length));
      return socket;
    },
  };
  return { device, deps, sockets, waits };
}

describe('the live connection', () => {
  it('carries its ticket as a protocol and pulls on connecting and on every poke, and on nothing else', async () => {
    const stop = new AbortController();
    let news = 0;
    const { deps, sockets } = await liveDevice((socket) => {
      socket.onopen?.();
      socket.onmessage?.({ data: JSON.stringify({ type: 'poke', seq: 7 }) });
      socket.onmessage?.({ data: 'pong' });
      socket.onmessage?.({ data: '{"type":"surprise"}' });
      socket.onmessage?.({ data: '{broken' });
      stop.abort();
    });
    await holdLive(
      deps,
      () => {
        news += 1;
      },
      stop.signal,
    );
    expect(news).toBe(2);
    expect(sockets[0]).toMatchObject({
      url: 'ws://worker.tidewater.test/v1/live',
      protocols: [liveProtocol3, `ticket.${token}`],
      closed: true,
    });
  });

  it('asks for nothing where a poke carries all that is new, and says that it was taken', async () => {
    const stop = new AbortController();
    let news = 0;
    const taken = Promise.withResolvers<void>();
    const { device, deps } = await liveDevice((socket) => {
      socket.onopen?.();
      const row = ['person', madeUpId(60), 7, [stamp, 1, { name: 'Ines' }, 0]];
      const steps = [[6, 7, 'rows', [row]]];
      socket.onmessage?.({ data: JSON.stringify({ type: 'poke', seq: 7, steps }) });
    });
    await writeMeta(device.db, 'cursor', { epoch: 1, view: 1, seq: 6, whole: true });
    const held = holdLive(
      { ...deps, wait: () => new Promise(() => {}), pokeTaken: taken.resolve },
      () => {
        news += 1;
      },
      stop.signal,
    );
    await taken.promise;
    stop.abort();
    await held;
    expect(news).toBe(1);
    expect(await device.db.people.count()).toBe(1);
    expect((await readMeta(device.db, 'cursor'))?.seq).toBe(7);
  });

  it('connects again with growing pauses while it cannot, and afresh after it stood', async () => {
    const stop = new AbortController();
    const { deps, waits, sockets } = await liveDevice((socket, n) => {
      if (n === 6) stop.abort();
      if (n === 5) socket.onopen?.();
      socket.onclose?.();
    });
    await holdLive(deps, () => {}, stop.signal);
    expect(sockets).toHaveLength(6);
    const pauses = waits.filter((ms) => ms !== 20_000);
    expect(pauses[3]).toBeGreaterThan((pauses[0] ?? 0) * 2);
    expect(pauses[4]).toBeLessThanOrEqual(1000);
  });

  it('closes a connection whose other end is silently gone', async () => {
    const stop = new AbortController();
    const { deps, sockets } = await liveDevice((socket, n) => {
      if (n === 2) return stop.abort();
      socket.onopen?.();
    });
    await holdLive(deps, () => {}, stop.signal);
    expect(sockets[0]).toMatchObject({ sent: ['ping'], closed: true });
  });

  it('gives up a connection that does not come to stand', async () => {
    const stop = new AbortController();
    const { deps, sockets } = await liveDevice((_socket, n) => {
      if (n === 2) stop.abort();
    });
    const wait: typeof deps.wait = (ms, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve());
        // The same span bounds each request, and this is no reason to wait longer for those that were answered.
        setTimeout(resolve, ms === 30_000 ? 50 : 1);
      });
    await holdLive({ ...deps, wait }, () => {}, stop.signal);
    expect(sockets).toMatchObject([{ sent: [], closed: true }, { closed: true }]);
  });

  it('connects again at once where a round of sync finds the server there after one that did not', async () => {
    const stop = new AbortController();
    const { roundEnded, onReachedAgain } = reachedAgain();
    const { deps, sockets } = await liveDevice((socket, n) => {
      if (n === 2) return stop.abort();
      socket.onclose?.();
    });
    const pausing = Promise.withResolvers<void>();
    const wait: typeof deps.wait = (ms, signal) => {
      if (ms !== 30_000) pausing.resolve();
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    const held = holdLive({ ...deps, wait, onReachedAgain }, () => {}, stop.signal);
    await pausing.promise;
    roundEnded({ ok: true, value: null });
    await new Promise(setImmediate);
    expect(sockets).toHaveLength(1);
    roundEnded({ ok: false, notice: { kind: 'unreachable' } });
    roundEnded({ ok: true, value: null });
    await held;
    expect(sockets).toHaveLength(2);
  });

  it('asks why where the ticket is refused because the device was revoked', async () => {
    const stop = new AbortController();
    const { device, deps } = await liveDevice(() => {});
    device.server.state.script = () => refuse('device-revoked', { nonce: 'n' });
    let news = 0;
    await holdLive(
      deps,
      () => {
        news += 1;
        stop.abort();
      },
      stop.signal,
    );
    expect(news).toBe(1);
  });
});
