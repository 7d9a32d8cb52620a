type Source = {
  start?: (controller: Controller) => void;
  pull?: (controller: Controller) => void | Promise<void>;
};
type Controller = { enqueue(chunk: Uint8Array): void; close(): void; error(reason: unknown): void };
type Read = { done: boolean; value: Uint8Array | undefined };

/** `ReadableStream` as far as the engine uses it: nothing is asked of the source before somebody reads. */
export class LightStream {
  readonly #source: Source;
  readonly #queue: Uint8Array[] = [];
  #ended = false;
  #failed: { reason: unknown } | null = null;
  readonly #controller: Controller = {
    enqueue: (chunk) => void this.#queue.push(chunk),
    close: () => {
      this.#ended = true;
    },
    error: (reason) => {
      this.#failed = { reason };
    },
  };

  constructor(source: Source) {
    this.#source = source;
    source.start?.(this.#controller);
  }

  getReader() {
    return { read: () => this.#read(), cancel: async () => this.#end(), releaseLock: () => {} };
  }

  async cancel(): Promise<void> {
    this.#end();
  }

  #end(): void {
    this.#ended = true;
    this.#queue.length = 0;
  }

  async #read(): Promise<Read> {
    while (this.#queue.length === 0 && !this.#ended && this.#failed === null) {
      if (this.#source.pull === undefined) break;
      await this.#source.pull(this.#controller);
    }
    const value = this.#queue.shift();
    if (value !== undefined) return { done: false, value };
    if (this.#failed !== null) throw this.#failed.reason;
    return { done: true, value: undefined };
  }
}
