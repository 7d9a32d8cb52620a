import type { IncomingMessage, ServerResponse } from 'node:http';

/** Server-sent events to everybody who listens. */
export type EventStream = { add(response: ServerResponse): void; send(data: string): void };

export function eventStream(): EventStream {
  const open = new Set<ServerResponse>();
  return {
    add: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    send: (data) => {
      for (const response of open) response.write(`data: ${data}\n\n`);
    },
  };
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}

export function answerJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
