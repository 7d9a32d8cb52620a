type Answer = { status: number; headers: Record<string, string>; body: string };

/** The part of `Response` that the engine reads. An answer that was cut looks whole until it is read. */
export class VirtualResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  readonly #body: string;

  constructor({ status, headers, body }: Answer, cutAt: number | null) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.headers = { get: (name) => headers[name.toLowerCase()] ?? null };
    this.#body = cutAt === null ? body : body.slice(0, cutAt);
  }

  async text(): Promise<string> {
    return this.#body;
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.#body);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(this.#body).buffer as ArrayBuffer;
  }

  /** Closed by its sender without a word, as a body that is cut short often is. */
  get body(): ReadableStream<Uint8Array> {
    const bytes = new TextEncoder().encode(this.#body);
    const size = 1 + (bytes.length >> 2);
    return new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
  }
}
