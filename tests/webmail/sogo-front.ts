import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const RESOURCES = '/usr/lib/GNUstep/SOGo/WebServerResources';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wav': 'audio/wav',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

type Backend = { port: number; busy: number };

/**
 * What Apache or nginx does in front of sogod: static files, and the headers by which sogod knows its own address.
 * A request goes to the sogod that has the fewest at hand. Returns what stops it.
 */
export async function startSogoFront(
  port: number,
  sogodPorts: readonly number[],
): Promise<() => Promise<void>> {
  const backends: Backend[] = sogodPorts.map((sogodPort) => ({ port: sogodPort, busy: 0 }));
  const server = createServer((incoming, answer) => {
    const path = new URL(incoming.url ?? '/', 'http://front').pathname;
    const resource = /^\/SOGo(?:\.woa)?\/WebServerResources\/(.+)$/.exec(path)?.[1];
    if (resource !== undefined) return void serveFile(resource, answer);
    if (path === '/') return void answer.writeHead(302, { location: '/SOGo/' }).end();
    const [backend] = backends.toSorted((a, b) => a.busy - b.busy);
    if (backend) pass(incoming, answer, port, backend);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
}

async function serveFile(resource: string, answer: ServerResponse): Promise<void> {
  try {
    const path = normalize(`/${decodeURIComponent(resource)}`);
    const content = await readFile(join(RESOURCES, path));
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    answer.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(content);
  } catch {
    answer.writeHead(404).end();
  }
}

function pass(incoming: IncomingMessage, answer: ServerResponse, port: number, backend: Backend): void {
  backend.busy += 1;
  answer.once('close', () => {
    backend.busy -= 1;
  });
  const headers = {
    ...incoming.headers,
    connection: 'close',
    'x-webobjects-remote-host': '127.0.0.1',
    'x-webobjects-server-name': '127.0.0.1',
    'x-webobjects-server-port': String(port),
    'x-webobjects-server-protocol': 'HTTP/1.0',
    'x-webobjects-server-url': `http://127.0.0.1:${port}`,
  };
  const { method, url: path } = incoming;
  const onward = request(
    { host: '127.0.0.1', port: backend.port, method, path, headers, agent: false },
    (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    },
  );
  onward.on('error', () => {
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  });
  incoming.pipe(onward);
}
