import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** Connections are kept, as a browser keeps them. */
const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

/** `retryAfter`: seconds, null where the server says nothing of it. */
export type Answered = { status: number; body: Buffer; retryAfter: number | null };

/** One request by Node's plain client, which costs the machine the least. Rejects where no answer comes. */
export function send(
  url: string,
  { method, token, body }: { method: 'GET' | 'POST'; token: string; body?: Uint8Array },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = {
      authorization: `Bearer ${token}`,
      'accept-encoding': 'gzip',
    };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-encoding'] = 'gzip';
      headers['content-length'] = body.length;
    }
    const sent = request(url, { method, agent, headers }, (response) => {
      const { statusCode: status = 0, headers } = response;
      const after = Number(headers['retry-after'] ?? Number.NaN);
      const retryAfter = Number.isFinite(after) ? after : null;
      buffer(response).then((body) => resolve({ status, body, retryAfter }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The body as text, also where it is gzip (RFC 1952). */
export function textOf(body: Buffer): string {
  return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString();
}
