import { epochNow } from './clock.ts';

type Mark = { at: number; bytes: number };

/** What this page sent and received, as messages: bodies of requests and answers, and what sockets carried. */
export type Marks = { sent: Mark[]; received: Mark[] };

let marks: Marks = { sent: [], received: [] };
let sizing = false;

/** `sizes`: also of answers, which costs a copy of each. */
export function beginMarks(sizes = false): void {
  marks = { sent: [], received: [] };
  sizing = sizes;
}

export function marksSoFar(): Marks {
  return marks;
}

/** Watches `fetch`, sockets and event streams; to be called before any engine takes hold of them. */
export function watchNetwork(): void {
  const request = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const sent = { at: epochNow(), bytes: sizeOf(init?.body) };
    marks.sent.push(sent);
    if (sizing && input instanceof Request) sent.bytes = (await input.clone().arrayBuffer()).byteLength;
    const response = await request(input, init);
    const mark = { at: epochNow(), bytes: 0 };
    marks.received.push(mark);
    if (sizing && !isStream(response)) mark.bytes = (await response.clone().arrayBuffer()).byteLength;
    return response;
  };
  globalThis.EventSource = class extends EventSource {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        marks.received.push({ at: epochNow(), bytes: sizeOf(data) });
      });
    }
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        marks.received.push({ at: epochNow(), bytes: sizeOf(data) });
      });
    }
    override send(data: string | BufferSource | Blob): void {
      marks.sent.push({ at: epochNow(), bytes: sizeOf(data) });
      super.send(data);
    }
  };
}

function isStream(response: Response): boolean {
  return /event-stream/.test(response.headers.get('content-type') ?? '');
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return new TextEncoder().encode(data).length;
  if (data instanceof Blob) return data.size;
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return data.byteLength;
  return 0;
}
