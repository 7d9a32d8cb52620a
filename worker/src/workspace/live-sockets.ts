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
  // The newest number by who brought it: a device is poked with the newest that it did not bring itself.
  const due = new Map<DeviceId | null, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(livePing, livePong));

  const pokeDue = () => {
    timer = null;
    quietUntil = Date.now() + quietMs;
    for (const socket of ctx.getWebSockets()) {
      const [device] = ctx.getTags(socket);
      const seq = Math.max(0, ...[...due].filter(([by]) => by === null || by !== device).map(([, at]) => at));
      if (seq > 0) send(socket, JSON.stringify({ type: 'poke', seq } satisfies LiveDown));
    }
    due.clear();
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
      due.set(by, seq);
      if (timer !== null) return;
      const wait = quietUntil - Date.now();
      if (wait > 0) timer = setTimeout(pokeDue, wait);
      else pokeDue();
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
