import { problem, problemKinds } from '../../../shared/protocol/problem.ts';
import type { Answer, Refused } from '../workspace/decision.ts';
import { refuse } from '../workspace/decision.ts';
import type { AppContext } from './context.ts';

/** `application/problem+json` (RFC 9457) for any refusal, with `Retry-After` and `WWW-Authenticate` where they belong. */
export function replyRefused(c: AppContext, refused: Refused): Response {
  const { problem: kind, title, details, retryAfter } = refused;
  c.set('problem', kind);
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (retryAfter !== null) headers['retry-after'] = String(retryAfter);
  if (kind === 'unauthorized') headers['www-authenticate'] = 'Bearer';
  return c.body(JSON.stringify(problem(kind, title, details)), problemKinds[kind], headers);
}

/** A body of null is a 204. */
export function reply<Body>(c: AppContext, answer: Answer<Body>): Response {
  if (answer.kind === 'refused') return replyRefused(c, answer);
  return answer.body === null ? c.body(null, 204) : replyJson(c, JSON.stringify(answer.body));
}

/** From here on compressing costs less than it saves. */
const compressFrom = 1024;

/** Sends JSON text. */
export function replyJson(c: AppContext, json: string): Response {
  return c.body(json, 200, headersFor(c, 'application/json', json.length >= compressFrom));
}

/** Sends lines of JSON as they come. */
export function replyLines(c: AppContext, lines: ReadableStream): Response {
  return c.body(lines, 200, headersFor(c, 'text/plain; charset=utf-8', true));
}

export function replyBytes(c: AppContext, bytes: Uint8Array<ArrayBuffer>): Response {
  return c.body(bytes, 200, headersFor(c, 'application/octet-stream', bytes.length >= compressFrom));
}

/** Where it is worth it and the client takes that, the runtime compresses what is sent. */
function headersFor(c: AppContext, type: string, worthIt: boolean): Record<string, string> {
  const gzip = worthIt && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  return gzip ? { ...headers, 'content-encoding': 'gzip' } : headers;
}

export function replyNotFound(c: AppContext): Response {
  return replyRefused(c, refuse('not-found', 'No such address'));
}
