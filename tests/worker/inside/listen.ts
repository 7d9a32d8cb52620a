import * as v from 'valibot';
import { liveProtocol, liveTicket } from '../../../shared/protocol/live.ts';
import { type LiveDown3, liveDown3 } from '../../../shared/protocol/live-3.ts';
import type { TestDevice } from '../device-client.ts';
import { send } from './send.ts';

export async function ticketFor(device: TestDevice): Promise<string> {
  return v.parse(liveTicket, await (await device.post('/v1/live-ticket')).json()).ticket;
}

export function upgrade(ticket: string, protocols = `holdfast.live.1, ticket.${ticket}`): Promise<Response> {
  return send('/v1/live', { headers: { upgrade: 'websocket', 'sec-websocket-protocol': protocols } });
}

export type Listener = {
  next(): Promise<LiveDown3 | 'closed'>;
  socket: WebSocket;
  /** The messages as they came, to be measured. */
  texts: string[];
};

/** A socket whose messages wait to be asked for, in order. What version 1 is told is what version 3 is told without its steps. */
export async function listen(device: TestDevice, protocol: string = liveProtocol): Promise<Listener> {
  const ticket = await ticketFor(device);
  const response = await upgrade(ticket, `${protocol}, ticket.${ticket}`);
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  const come: (LiveDown3 | 'closed')[] = [];
  const texts: string[] = [];
  const waiting: ((message: LiveDown3 | 'closed') => void)[] = [];
  const take = (message: LiveDown3 | 'closed') => {
    const next = waiting.shift();
    if (next === undefined) come.push(message);
    else next(message);
  };
  socket.addEventListener('message', ({ data }) => {
    texts.push(String(data));
    take(v.parse(liveDown3, JSON.parse(String(data))));
  });
  socket.addEventListener('close', () => take('closed'));
  socket.accept();
  return {
    socket,
    texts,
    next: () => {
      const first = come.shift();
      return first === undefined ? new Promise((done) => waiting.push(done)) : Promise.resolve(first);
    },
  };
}
