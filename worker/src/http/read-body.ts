import * as v from 'valibot';
import { type Refused, refuse } from '../workspace/decision.ts';
import { describeIssue, pathOf } from '../workspace/rules/describe-issue.ts';

/** Bytes as received, and bytes once unpacked. */
export type BodyLimit = { received: number; unpacked: number };

export type ReadBody<T> = { kind: 'parsed'; value: T } | Refused;

/** The request's JSON, gzipped or not, parsed against the schema. */
export async function readBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  limit: BodyLimit,
): Promise<ReadBody<v.InferOutput<S>>> {
  const text = await readText(request, limit);
  return text.kind === 'refused' ? text : parseBody(text.value, schema);
}

export function parseBody<S extends v.GenericSchema>(text: string, schema: S): ReadBody<v.InferOutput<S>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return malformed('The body is no JSON');
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return { kind: 'parsed', value: parsed.output };
  return malformed('The body does not fit', describe(parsed.issues[0]));
}

/** The request's body as text, unpacked. Stops reading as soon as a limit is passed. */
export async function readText(request: Request, limit: BodyLimit): Promise<ReadBody<string>> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return malformed('The content encoding is not gzip');
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > limit.received) return refuse('too-large', 'The body is too large');
  const body = request.body ?? new Blob([]).stream();
  const most = encoding === 'gzip' ? limit.unpacked : limit.received;
  // What says its length cannot be longer, and what is so short cannot unpack to more: no need to count the bytes of most requests.
  const fits = encoding === 'gzip' ? declared * highestRatio <= most : declared <= most;
  try {
    if (encoding !== 'gzip') return { kind: 'parsed', value: await textOf(body, fits ? null : most) };
    const received = declared <= limit.received ? body : capped(body, limit.received);
    const unpacked = received.pipeThrough(new DecompressionStream('gzip'));
    return { kind: 'parsed', value: await textOf(unpacked, fits ? null : most) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse('too-large', 'The body is too large');
    return malformed('The body cannot be unpacked');
  }
}

/** As far as deflate can go (RFC 1951: 258 bytes in two bits), rounded up. */
const highestRatio = 1040;

async function textOf(stream: ReadableStream, most: number | null): Promise<string> {
  return new Response(most === null ? stream : capped(stream, most)).text();
}

class BodyTooLarge extends Error {}

function capped(stream: ReadableStream, most: number): ReadableStream {
  let size = 0;
  const cap = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.byteLength;
      if (size > most) controller.error(new BodyTooLarge());
      else controller.enqueue(chunk);
    },
  });
  return stream.pipeThrough(cap);
}

function malformed(title: string, details: { detail?: string; operation?: number } = {}): Refused {
  return refuse('malformed', title, details);
}

function describe(issue: v.BaseIssue<unknown>): { detail: string; operation?: number } {
  const detail = describeIssue(issue);
  const [first, second] = pathOf(issue);
  return first === 'operations' && typeof second === 'number' ? { detail, operation: second } : { detail };
}
