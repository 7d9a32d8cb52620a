import { LightStream } from './light-stream.ts';

type Answer = { status: number; headers: Record<string, string> };

/** The part of `Response` that the engine reads. An answer that was cut looks whole until it is read. */
export class VirtualResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  #stream: LightStream | null;
  readonly #text: string | null;

  /** `body`: text that came as one, or a stream that is still coming. */
  constructor({ status, headers }: Answer, body: string | LightStream) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.headers = { get: (name) => headers[name.toLowerCase()] ?? null };
    this.#text = typeof body === 'string' ? body : null;
    this.#stream = typeof body === 'string' ? null : body;
  }

  get body(): LightStream {
    this.#stream ??= streamOf(this.#text ?? '');
    return this.#stream;
  }

  async text(): Promise<string> {
    if (this.#text !== null) return this.#text;
    const decoder = new TextDecoder();
    let text = '';
    const reader = this.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      text += decoder.decode(read.value, { stream: true });
    }
    return text;
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.#text !== null) return new TextEncoder().encode(this.#text).buffer as ArrayBuffer;
    const pieces: number[] = [];
    const reader = this.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read())
      pieces.push(...(read.value ?? []));
    return Uint8Array.from(pieces).buffer;
  }
}

function streamOf(text: string): LightStream {
  return new LightStream({
    pull: (controller) => {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}
