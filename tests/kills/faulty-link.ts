import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

/**
 * One device's way to the worker, with its faults. `reset`: every connection is torn (RST). `down`: nothing connects until
 * `up`. `cut…`: that many of the next pushes or pulls are torn: the request when half of it has been passed on, the answer before its
 * first byte (the server has done it and nobody hears) or midway. `slow`: each answer waits up to so many milliseconds.
 */
export type FaultyLink = {
  url: string;
  reset(): void;
  down(): void;
  cut(what: Cut, count: number): void;
  slow(ms: number): void;
  /** Ends all faults. */
  up(): void;
  /** Calls back once, when the next push has reached the server. */
  onNextPush(then: () => void): void;
  close(): Promise<void>;
};

export type Cut = 'request' | 'answer-lost' | 'answer-midway';

type Options = {
  /** The worker's port; it may change with each start. */
  port: () => number;
  /** 0…1 */
  random: () => number;
  /** The text of a push that the server has answered with 200, whether or not the answer then arrives. */
  answered: (push: string) => void;
};

export async function openFaultyLink({ port, random, answered }: Options): Promise<FaultyLink> {
  const sockets = new Set<Socket>();
  const cuts: Cut[] = [];
  let isUp = true;
  let slowMs = 0;
  let nextPush: (() => void) | null = null;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await whole(incoming);
    const isPush = incoming.url?.startsWith('/v1/push') === true;
    const isSync = isPush || /^\/v1\/(pull|snapshot|newest)/.test(incoming.url ?? '');
    const cut = isSync ? cuts.shift() : undefined;
    const passed = httpRequest({
      port: port(),
      host: '127.0.0.1',
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: incoming.headers,
      agent: false,
    });
    passed.on('socket', keep);
    passed.on('error', () => outgoing.socket?.resetAndDestroy());
    outgoing.on('close', () => passed.destroy());
    if (cut === 'request') {
      passed.write(body.subarray(0, Math.ceil(body.length / 2)), () => passed.destroy());
      return outgoing.socket?.resetAndDestroy();
    }
    passed.end(body);
    if (isPush) {
      nextPush?.();
      nextPush = null;
    }
    // A worker that is killed in the middle of its answer cuts it here too.
    passed.on('response', (reply) => void passOn(reply).catch(() => outgoing.socket?.resetAndDestroy()));
    const passOn = async (reply: IncomingMessage) => {
      const text = await whole(reply);
      if (isPush && reply.statusCode === 200) answered(textOf(incoming, body));
      if (slowMs > 0) await sleep(random() * slowMs);
      if (cut === 'answer-lost') return outgoing.socket?.resetAndDestroy();
      outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
      if (cut !== 'answer-midway') return outgoing.end(text);
      outgoing.write(text.subarray(0, Math.floor(random() * text.length)));
      // A reset drops what the other end has not read yet.
      await sleep(20);
      outgoing.socket?.resetAndDestroy();
    };
  };
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => {});
    answer(incoming, outgoing).catch(() => outgoing.socket?.resetAndDestroy());
  });
  server.on('connection', (socket: Socket) => {
    if (!isUp) return void socket.resetAndDestroy();
    keep(socket);
  });
  server.on('upgrade', (incoming, client: Socket, head: Buffer) => {
    const upstream = connect(port(), '127.0.0.1');
    keep(upstream);
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    const lines = incoming.rawHeaders.map((text: string, i: number) =>
      i % 2 === 0 ? `${text}: ` : `${text}\r\n`,
    );
    upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
    upstream.write(head);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reset,
    down: () => {
      isUp = false;
      reset();
    },
    cut: (what, count) => {
      for (let n = 0; n < count; n += 1) cuts.push(what);
    },
    slow: (ms) => {
      slowMs = ms;
    },
    up: () => {
      isUp = true;
      slowMs = 0;
      cuts.length = 0;
    },
    onNextPush: (then) => {
      nextPush = then;
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function textOf({ headers }: IncomingMessage, body: Buffer): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
}
