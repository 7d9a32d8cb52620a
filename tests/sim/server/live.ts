import type { SocketLike } from '../../../extension/sync/live.ts';
import { pokeLength } from '../../../shared/protocol/live-3.ts';
import { pokeRound } from '../../../worker/src/workspace/live/poke-round.ts';
import type { Step } from '../../../worker/src/workspace/live/step.ts';
import { redeemLiveTicket } from '../../../worker/src/workspace/operations/redeem-live-ticket.ts';
import { seersOf } from '../../../worker/src/workspace/rules/visible.ts';
import type { Way } from '../network.ts';
import type { Dice } from '../random.ts';
import { immortal, type Life, type Scheduler } from '../scheduler.ts';
import { isRefused, type Told, type WorkspaceServer } from './workspace-server.ts';

type Open = {
  device: string;
  member: string;
  proto: 1 | 3;
  way: Way;
  life: Life;
  socket: VirtualSocket;
  /** The object goes on listing it until the device has noticed, and sends it nothing. */
  closing: boolean;
  lastAt: number;
};

/** The live connections of a workspace: what is sent arrives in order, some time later, or the connection breaks. */
export type LiveServer = {
  connect(way: Way, life: Life, protocols: readonly string[]): SocketLike;
  told(told: Told): void;
  /** Breaks every connection, noticed by its device only after a while; what was to be told is forgotten. */
  breakAll(): void;
};

/** Steps within this time go out together, as the object gathers them. */
const quietMs = 20;

/** `poked`: what a member's device is sent, before it is. */
export function createLiveServer(
  scheduler: Scheduler,
  dice: Dice,
  server: () => WorkspaceServer,
  poked: (member: string, text: string) => void,
): LiveServer {
  let open: Open[] = [];
  let due: Step[] = [];
  const later = (one: Open, run: () => void) => {
    one.lastAt = Math.max(one.lastAt, scheduler.now() + 1 + dice.next() * 20);
    scheduler.after(one.lastAt - scheduler.now(), one.life, run);
  };
  const drop = (one: Open) => {
    one.closing = true;
    later(one, () => {
      open = open.filter((other) => other !== one);
      one.socket.onclose?.();
    });
  };
  const send = (one: Open, data: string) => {
    if (!one.way.online || dice.chance(0.02)) return drop(one);
    later(one, () => one.socket.onmessage?.({ data }));
  };
  const pokeDue = () => {
    const steps = due;
    due = [];
    const ids = open.map(({ member }) => member);
    const texts = pokeRound(steps, open, seersOf(server().store, ids), pokeLength);
    for (const [i, one] of [...open].entries()) {
      const text = texts[i] ?? null;
      if (text === null || one.closing) continue;
      poked(one.member, text);
      send(one, text);
    }
  };
  const accept = (one: Open, seq: number) => {
    open.push(one);
    const { socket } = one;
    socket.said = () => {
      if (one.way.online) later(one, () => socket.onmessage?.({ data: 'pong' }));
    };
    later(one, () => socket.onopen?.());
    send(one, JSON.stringify({ type: 'poke', seq }));
  };
  return {
    connect: (way, life, protocols) => {
      const socket = new VirtualSocket();
      const ticket = protocols.find((one) => one.startsWith('ticket.')) ?? '';
      const secret = ticket.slice(ticket.lastIndexOf('.') + 1);
      const proto = protocols.includes('holdfast.live.3') ? 3 : 1;
      socket.protocol = `holdfast.live.${proto}`;
      scheduler.after(1 + dice.next() * 30, immortal, () => {
        const answer = way.online ? server().decide((tx) => redeemLiveTicket(tx, secret)) : 'killed';
        if (!life.alive) return;
        if (answer === 'killed' || isRefused(answer))
          return void scheduler.after(1, life, () => socket.onclose?.());
        const { device, member, seq } = answer.body;
        accept({ device, member, proto, way, life, socket, closing: false, lastAt: scheduler.now() }, seq);
      });
      return socket;
    },
    told: ({ close, step }) => {
      open = open.filter((one) => one.life.alive && !one.socket.closed);
      for (const one of open.filter(({ device, closing }) => !closing && close.includes(device))) {
        send(one, JSON.stringify({ type: 'revoked' }));
        drop(one);
      }
      if (step === null) return;
      if (due.length === 0) scheduler.after(dice.chance(0.5) ? 0 : quietMs, immortal, pokeDue);
      due.push(step);
    },
    breakAll: () => {
      due = [];
      for (const one of open) if (!one.closing) drop(one);
    },
  };
}

class VirtualSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  protocol = '';
  closed = false;
  said: () => void = () => {};
  send(): void {
    this.said();
  }
  close(): void {
    this.closed = true;
  }
}
