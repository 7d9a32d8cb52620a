import { createHmac, hash } from 'node:crypto';
import { LightAbortController, lightAbortSignal } from './light-abort.ts';
import { LightStream } from './light-stream.ts';
import { virtualTimers } from './virtual-time.ts';

/** Real time and chance, which no run may depend on: whoever asks for them while one is under way is found out. */
export type Platform = {
  /** What `console.error` was given since the last time. */
  takeErrors(): unknown[];
};

/**
 * Takes the place of everything in this process that would make two runs of one seed differ: timers, the clock, chance, and
 * what is answered by other threads (compression, digests).
 */
export function virtualPlatform(tier: 'engine' | 'dexie'): Platform {
  const errors: unknown[] = [];
  console.error = (...said: unknown[]) => void errors.push(...said);
  const forbidden = (what: string) => () => {
    throw new Error(`the engine asked for ${what}`);
  };
  Math.random = forbidden('real chance');
  Date.now = forbidden('the real time');
  const global = globalThis as Record<string, unknown>;
  global.fetch = forbidden('the real network');
  global.setTimeout = forbidden('a real timer');
  global.setInterval = forbidden('a real timer');
  if (tier === 'dexie') withTimers(global);
  // Compression is not under test here, and the real one ends when another thread does.
  global.CompressionStream = PassThrough;
  global.DecompressionStream = PassThrough;
  global.AbortController = LightAbortController;
  global.AbortSignal = lightAbortSignal;
  global.ReadableStream = LightStream;
  global.Response = StreamText;
  // workerd has it, Node 24 not yet.
  Object.assign(Uint8Array.prototype, {
    toHex(this: Uint8Array): string {
      return Buffer.from(this).toString('hex');
    },
  });
  let uuids = 0;
  crypto.randomUUID = () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}`;
  crypto.subtle.digest = async (_algorithm, data) => {
    const bytes =
      data instanceof ArrayBuffer
        ? new Uint8Array(data)
        : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return Uint8Array.from(hash('sha256', bytes, 'buffer')).buffer;
  };
  // The one key there is, as derived-ids.ts uses it: kept as its bytes.
  Object.assign(crypto.subtle, {
    importKey: async (_format: string, raw: Uint8Array) => raw,
    sign: async (_algorithm: string, raw: Uint8Array, data: Uint8Array) => {
      const code = createHmac('sha256', raw).update(data).digest();
      return code.buffer.slice(code.byteOffset, code.byteOffset + code.length);
    },
  });
  return { takeErrors: () => errors.splice(0) };
}

/** Dexie and IndexedDB ask the process itself for time and tasks. */
function withTimers(global: Record<string, unknown>): void {
  Date.now = virtualTimers.now;
  global.setTimeout = virtualTimers.setTimeout;
  global.setImmediate = virtualTimers.setImmediate;
  global.clearTimeout = virtualTimers.clear;
  global.clearImmediate = virtualTimers.clear;
  // What it says of upgrades that wait is part of what runs do on purpose.
  console.warn = () => {};
  // Between contexts Dexie talks over a channel, which would be heard at any time.
  global.BroadcastChannel = undefined;
}

/** What is written comes out as it went in. */
class PassThrough {
  readonly #decoder = new TextDecoder();
  #text = '';
  readonly writable = {
    getWriter: () => ({
      write: async (bytes: Uint8Array) => {
        this.#text += this.#decoder.decode(bytes, { stream: true });
      },
      close: async () => {},
    }),
  };
  readonly readable = { text: () => this.#text };
}

/** `new Response(stream).arrayBuffer()` of what was handed on, and `new Response(text).body`. */
class StreamText {
  readonly #text: string;
  constructor(body: string | { text: () => string }) {
    this.#text = typeof body === 'string' ? body : body.text();
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(this.#text).buffer as ArrayBuffer;
  }
  get body(): LightStream {
    const text = this.#text;
    return new LightStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
  }
}
