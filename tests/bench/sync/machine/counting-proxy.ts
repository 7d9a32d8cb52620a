import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CountingProxy = {
  /** Leads to the same server. */
  url: string;
  /** Bytes on the wire so far, with all that HTTP and WebSocket add: `up` to the server. */
  bytes(): { up: number; down: number };
  close(): void;
};

/** A way to a server on which every byte is counted, whatever the engine speaks. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const bytes = { up: 0, down: 0 };
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [from, to, way] of [
      [client, upstream, 'up'],
      [upstream, client, 'down'],
    ] as const) {
      open.add(from);
      from.on('data', (chunk: Buffer) => {
        bytes[way] += chunk.length;
      });
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => ({ ...bytes }),
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
