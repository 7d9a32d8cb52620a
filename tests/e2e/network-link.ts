import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/**
 * One browser's way to the worker: a byte-for-byte TCP relay that can be cut and mended, so that a rep can be offline for
 * the workspace while the mail in front can still be read.
 */
export type NetworkLink = {
  url: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  mend(): void;
  /** Calls back once, as soon as bytes containing `text` go up; the bytes go on, the answer may not. */
  onceSent(text: string, then: () => void): void;
  close(): Promise<void>;
};

export async function openNetworkLink(target: { port: number }): Promise<NetworkLink> {
  const sockets = new Set<Socket>();
  let open = true;
  let watch: { text: string; then: () => void } | null = null;
  const server = createServer((client) => {
    if (!open) return void client.destroy();
    const upstream = connect(target.port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (bytes) => {
      if (watch === null || !bytes.includes(watch.text)) return;
      const { then } = watch;
      watch = null;
      then();
    });
    client.pipe(upstream);
    upstream.pipe(client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const cut = () => {
    open = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      open = true;
    },
    onceSent: (text, then) => {
      watch = { text, then };
    },
    close: () => {
      cut();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
