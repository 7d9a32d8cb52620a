import * as v from 'valibot';
import { type Refused, refuse } from '../workspace/decision.ts';

/** Bytes as received, and bytes once unpacked. */
export type BodyLimit = { received: number; unpacked: number };

export type ReadBody<T> = { kind: 'parsed'; value: T } | Refused;

/** The request's JSON, gzipped or not, parsed against the schema. Stops reading as soon as a limit is passed. */
export async function readBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  limit: BodyLimit,
): Promise<ReadBody<v.InferOutput<S>>> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return malformed('The content encoding is not gzip');
  const received = capped(request.body ?? new Blob([]).stream(), limit.received);
  const unpacked =
    encoding === 'gzip'
      ? capped(received.pipeThrough(new DecompressionStream('gzip')), limit.unpacked)
      : received;
  let json: unknown;
  try {
    const text = await new Response(unpacked).text();
    try {
      json = JSON.parse(text);
    } catch {
      return malformed('The body is no JSON');
    }
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse('too-large', 'The body is too large');
    return malformed('The body cannot be unpacked');
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return { kind: 'parsed', value: parsed.output };
  return malformed('The body does not fit', describe(parsed.issues[0]));
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

/** Says where and what was expected, never what was sent: the detail may end in a report. */
function describe(issue: v.BaseIssue<unknown>): { detail: string; operation?: number } {
  const path = issue.path?.map((step) => step.key) ?? [];
  const at = path.map(pathStep).join('');
  const detail = `${at || '.'}: ${issue.type}${issue.expected === null ? '' : `, expected ${issue.expected}`}`;
  const [first, second] = path;
  return first === 'operations' && typeof second === 'number' ? { detail, operation: second } : { detail };
}

/** A key that looks like no name of ours is somebody's data: a set keeps its values as keys. */
function pathStep(key: unknown): string {
  if (typeof key === 'number') return `[${key}]`;
  return typeof key === 'string' && /^[A-Za-z]{1,40}$/.test(key) ? `.${key}` : '.*';
}
