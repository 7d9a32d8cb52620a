import type { SocketLike } from '../../../extension/sync/live.ts';
import { redeemLiveTicket } from '../../../worker/src/workspace/operations/redeem-live-ticket.ts';
import type { Way } from '../network.ts';
import type { Dice } from '../random.ts';
import { immortal, type Life, type Scheduler } from '../scheduler.ts';
import { isRefused, type Told, type WorkspaceServer } from './workspace-server.ts';

type Open = { device: string; way: Way; life: Life; socket: VirtualSocket; lastAt: number };

/** The live connections of a workspace: what is sent arrives in order, some time later, or the connection breaks. */
export type LiveServer = {
  connect(way: Way, life: Life, protocols: readonly string[]): SocketLike;
  told(told: Told): void;
  /** Breaks every connection, noticed by its device only after a while. */
  breakAll(): void;
};

export function createLiveServer(
  scheduler: Scheduler,
  dice: Dice,
  server: () => WorkspaceServer,
): LiveServer {
  let open: Open[] = [];
  const later = (one: Open, run: () => void) => {
    one.lastAt = Math.max(one.lastAt, scheduler.now() + 1 + dice.next() * 20);
    scheduler.after(one.lastAt - scheduler.now(), one.life, run);
  };
  const drop = (one: Open) => {
    open = open.filter((other) => other !== one);
    later(one, () => one.socket.onclose?.());
  };
  const send = (one: Open, message: unknown) => {
    if (!one.way.online || dice.chance(0.02)) return drop(one);
    const data = JSON.stringify(message);
    later(one, () => one.socket.onmessage?.({ data }));
  };
  return {
    connect: (way, life, protocols) => {
      const socket = new VirtualSocket();
      const ticket = protocols.find((one) => one.startsWith('ticket.')) ?? '';
      const secret = ticket.slice(ticket.lastIndexOf('.') + 1);
      scheduler.after(1 + dice.next() * 30, immortal, () => {
        const answer = way.online ? server().decide((tx) => redeemLiveTicket(tx, secret)) : 'killed';
        if (!life.alive) return;
        if (answer === 'killed' || isRefused(answer))
          return void scheduler.after(1, life, () => socket.onclose?.());
        const one: Open = { device: answer.body.device, way, life, socket, lastAt: scheduler.now() };
        open.push(one);
        socket.said = () => {
          if (way.online) later(one, () => one.socket.onmessage?.({ data: 'pong' }));
        };
        later(one, () => socket.onopen?.());
        send(one, { type: 'poke', seq: answer.body.seq });
      });
      return socket;
    },
    told: ({ moved, by, close }) => {
      open = open.filter((one) => one.life.alive && !one.socket.closed);
      for (const one of open.filter(({ device }) => close.includes(device))) {
        send(one, { type: 'revoked' });
        drop(one);
      }
      if (moved === null) return;
      for (const one of open) if (one.device !== by) send(one, { type: 'poke', seq: moved });
    },
    breakAll: () => {
      for (const one of open) drop(one);
    },
  };
}

class VirtualSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  said: () => void = () => {};
  send(): void {
    this.said();
  }
  close(): void {
    this.closed = true;
  }
}
