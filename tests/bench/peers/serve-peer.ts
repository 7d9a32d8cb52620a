import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a peer's server, which runs as a process of its own, tells the benchmark. */
export type Told = { port: number } | { stored: number; at: number };

/** The folder where it may keep its data. */
export const folder = process.argv[2] ?? '';

function tell(told: Told): void {
  process.send?.(told);
}

/** Listens on a free port of 127.0.0.1 and says which. */
export function listen(server: Server): void {
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
}

/** Says how many records are on the disk now. */
export function tellStored(count: number): void {
  tell({ stored: count, at: performance.timeOrigin + performance.now() });
}

/** For servers that choose their way of listening themselves. */
export function tellPort(port: number): void {
  tell({ port });
}

// the benchmark is gone
process.on('disconnect', () => process.exit(0));
