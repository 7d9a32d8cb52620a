import type { DeviceId } from '../../../shared/domain/ids.ts';
import { type LiveDown, livePing, livePong, liveProtocol } from '../../../shared/protocol/live.ts';

/** Further pokes within this time after one go out together: a bulk import must not wake everybody for each of its pushes. */
const quietMs = 20;

/** What is open beside a device's one: a reconnect may overlap with the socket that it replaces. */
const socketsPerDevice = 4;

export type LiveSockets = {
  /** Takes a socket for this device; null where it has too many. */
  accept(device: DeviceId, seq: number): Response | null;
  /** Says that there is something up to `seq` to every device but the one that brought it. */
  poke(seq: number, by: DeviceId | null): void;
  /** Tells these devices that they are no longer served, and closes their sockets. */
  revoke(devices: readonly DeviceId[]): void;
};

/** Hibernating sockets, found again by the device's id as their tag, so that nothing about them need be remembered. */
export function liveSockets(ctx: DurableObjectState): LiveSockets {
  let quietUntil = 0;
  let waiting: { seq: number; by: DeviceId | null } | null = null;
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(livePing, livePong));

  const pokeNow = (seq: number, by: DeviceId | null) => {
    const message = JSON.stringify({ type: 'poke', seq } satisfies LiveDown);
    for (const socket of ctx.getWebSockets()) {
      if (by === null || !ctx.getTags(socket).includes(by)) send(socket, message);
    }
  };

  return {
    accept: (device, seq) => {
      if (ctx.getWebSockets(device).length >= socketsPerDevice) return null;
      const { 0: client, 1: server } = new WebSocketPair();
      ctx.acceptWebSocket(server, [device]);
      // What changed between the device's last pull and now would otherwise wait for the next change.
      send(server, JSON.stringify({ type: 'poke', seq } satisfies LiveDown));
      const headers = { 'sec-websocket-protocol': liveProtocol };
      return new Response(null, { status: 101, webSocket: client, headers });
    },
    poke: (seq, by) => {
      if (waiting !== null) {
        waiting = { seq, by: waiting.by === by ? by : null };
        return;
      }
      const now = Date.now();
      if (now >= quietUntil) {
        quietUntil = now + quietMs;
        pokeNow(seq, by);
        return;
      }
      waiting = { seq, by };
      setTimeout(() => {
        const due = waiting;
        waiting = null;
        quietUntil = Date.now() + quietMs;
        if (due !== null) pokeNow(due.seq, due.by);
      }, quietMs);
    },
    revoke: (devices) => {
      for (const device of devices) {
        for (const socket of ctx.getWebSockets(device)) {
          send(socket, JSON.stringify({ type: 'revoked' } satisfies LiveDown));
          socket.close(4001, 'revoked');
        }
      }
    },
  };
}

function send(socket: WebSocket, message: string): void {
  try {
    socket.send(message);
  } catch {
    // It is closing; the device pulls when it connects again.
  }
}
