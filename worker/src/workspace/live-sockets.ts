import type { DeviceId } from '../../../shared/domain/ids.ts';
import { type LiveDown, livePing, livePong, liveProtocol } from '../../../shared/protocol/live.ts';
import { liveProtocol3 } from '../../../shared/protocol/live-3.ts';
import { dueSteps } from './live/due-steps.ts';
import { pokeAllowance } from './live/poke-allowance.ts';
import { type Ear, pokeRound } from './live/poke-round.ts';
import type { Step } from './live/step.ts';
import type { Seer } from './rules/visible.ts';

/**
 * Further pokes within this time after one go out together, in milliseconds: with many connected, telling all of them of each change
 * would take more time than there is; with few, nobody need wait. After a number alone, which makes everybody pull, longer.
 */
function quietMs(sockets: number, isNumberAlone: boolean): number {
  return isNumberAlone ? Math.min(1000, sockets * 5) : Math.min(20, sockets / 10);
}

/** What is open beside a device's one: a reconnect may overlap with the socket that it replaces. */
const socketsPerDevice = 4;

export type LiveSockets = {
  /** Takes a socket for this device; null where it has too many. */
  accept(device: DeviceId, member: string, protocol: string, seq: number): Response | null;
  /** Says what moved to every device but the one that brought it. */
  poke(step: Step): void;
  /** Tells these devices that they are no longer served, and closes their sockets. */
  revoke(devices: readonly DeviceId[]): void;
};

/**
 * Hibernating sockets, found again by the device's id as their tag; member and version are tags too, so that nothing about them
 * need be remembered. `seersOf` is asked when pokes go out: what a member may see then counts.
 */
export function liveSockets(
  ctx: DurableObjectState,
  seersOf: (members: readonly string[]) => ReadonlyMap<string, Seer>,
): LiveSockets {
  const allowance = pokeAllowance();
  let quietUntil = 0;
  const due = dueSteps();
  let timer: ReturnType<typeof setTimeout> | null = null;
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(livePing, livePong));

  const pokeDue = () => {
    timer = null;
    const sockets = ctx.getWebSockets();
    const steps = due.take();
    const ears = sockets.map((socket) => earOf(ctx.getTags(socket)));
    const seers = seersOf(ears.map(({ member }) => member));
    const texts = allowance.texts(Date.now(), (most) => pokeRound(steps, ears, seers, most));
    for (const [i, socket] of sockets.entries()) {
      const text = texts[i] ?? null;
      if (text !== null) send(socket, text);
    }
    const isNumberAlone = texts.some((text) => text !== null && !text.includes('"steps"'));
    quietUntil = Date.now() + quietMs(sockets.length, isNumberAlone);
  };

  return {
    accept: (device, member, protocol, seq) => {
      if (ctx.getWebSockets(device).length >= socketsPerDevice) return null;
      const { 0: client, 1: server } = new WebSocketPair();
      ctx.acceptWebSocket(server, [device, member, protocol === liveProtocol3 ? '3' : '1']);
      // What changed between the device's last pull and now would otherwise wait for the next change.
      send(server, JSON.stringify({ type: 'poke', seq } satisfies LiveDown));
      const headers = { 'sec-websocket-protocol': protocol === liveProtocol3 ? liveProtocol3 : liveProtocol };
      return new Response(null, { status: 101, webSocket: client, headers });
    },
    poke: (step) => {
      due.add(step);
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

function earOf([device = '', member = '', proto]: readonly string[]): Ear {
  return { device, member, proto: proto === '3' ? 3 : 1 };
}

function send(socket: WebSocket, message: string): void {
  try {
    socket.send(message);
  } catch {
    // It is closing; the device pulls when it connects again.
  }
}
