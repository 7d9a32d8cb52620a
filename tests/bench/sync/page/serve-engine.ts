import { type BenchRecord, benchRecord, benchRecords } from '../records.ts';
import { epochNow } from './clock.ts';
import type { Client, ClientOptions, Engine } from './engine.ts';
import { beginMarks, type Marks, marksSoFar } from './network-marks.ts';
import { whenStorageQuiet } from './strict-storage.ts';

/** Longer than any engine waits before it writes on: Replicache persists after a second of idleness. */
const quietMs = 3000;

/** Moments in milliseconds since the epoch. */
export type Pushed = { begun: number; written: number; acknowledged: number | null; durable: number };
export type Pulled = { begun: number; held: number; durable: number };
export type Changed = { begun: number; sent: number };
export type Seen = { received: number; seen: number; painted: number };

/** What the benchmark calls in the page. */
export type PageBench = {
  prepare(options: ClientOptions): Promise<void>;
  open(options: ClientOptions): Promise<void>;
  push(count: number, seed: number, first: number): Promise<Pushed>;
  pull(options: ClientOptions, count: number): Promise<Pulled>;
  /** Until the engine writes nothing more behind the application's back. */
  settle(): Promise<void>;
  goLive(): Promise<void>;
  /** `sizes`: also of answers, so that what went over the wire can be counted afterwards. */
  change(n: number, seed: number, note: string, sizes?: boolean): Promise<Changed>;
  /** Resolves when the note of this record is here, and when it has been painted. */
  see(n: number, seed: number, note: string, sizes?: boolean): Promise<Seen>;
  count(): Promise<number>;
  marks(): Marks;
  /** Keeps this page's process busy, so that it can be told from others. */
  spin(ms: number): void;
};

declare global {
  var bench: PageBench;
}

/** Puts an engine behind the functions that the benchmark calls from outside. */
export function serveEngine(engine: Engine): void {
  let client: Client | null = null;
  const opened = (): Client => {
    if (client === null) throw new Error('the client is not open');
    return client;
  };
  const watched = new Map<string, (note: string) => void>();
  const shown = document.body.appendChild(document.createElement('p'));

  globalThis.bench = {
    prepare: telling(async (options) => engine.prepare?.(options)),
    open: async (options) => {
      client = await engine.open(options);
    },
    push: telling((count, seed, first) => push(opened(), benchRecords(count, seed, first))),
    pull: telling(async (options, count) => {
      const begun = epochNow();
      client = await engine.open(options);
      await client.holds(count);
      const held = epochNow();
      const durable = client.saysDurable ? held : Math.max(held, await whenStorageQuiet(quietMs));
      return { begun, held, durable };
    }),
    settle: async () => {
      await whenStorageQuiet(1000);
    },
    goLive: async () => opened().goLive?.(),
    change: telling(async (n, seed, note, sizes) => {
      const { id } = benchRecord(n, seed);
      beginMarks(sizes);
      const begun = epochNow();
      await opened().change(id, note);
      for (let wait = 0; marksSoFar().sent.length === 0 && wait < 5000; wait += 1)
        await new Promise((resolve) => setTimeout(resolve, 1));
      return { begun, sent: marksSoFar().sent[0]?.at ?? Number.NaN };
    }),
    see: (n, seed, note, sizes) => {
      const { id } = benchRecord(n, seed);
      beginMarks(sizes);
      return new Promise((resolve) => {
        if (!watched.has(id)) opened().watch(id, (now) => watched.get(id)?.(now));
        watched.set(id, (now) => {
          if (now !== note) return;
          const seen = epochNow();
          const received = marksSoFar().received.at(-1)?.at ?? Number.NaN;
          watched.set(id, () => {});
          shown.textContent = now;
          void painted().then((at) => resolve({ received, seen, painted: at }));
        });
      });
    },
    count: () => opened().count(),
    marks: marksSoFar,
    spin: (ms) => {
      for (const end = performance.now() + ms; performance.now() < end; );
    },
  };
}

/** Errors lose all but their stack on the way out of a page; engines' own say little there. */
function telling<Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) {
  return async (...given: Given): Promise<Answer> => {
    try {
      return await work(...given);
    } catch (error) {
      throw new Error(String(error), { cause: error });
    }
  };
}

async function push(client: Client, records: readonly BenchRecord[]): Promise<Pushed> {
  const begun = epochNow();
  await client.write(records);
  const written = epochNow();
  const earlier = await client.acknowledged?.();
  const acknowledged = client.acknowledged === undefined ? null : (earlier ?? epochNow());
  const durable = client.saysDurable ? written : Math.max(written, await whenStorageQuiet(quietMs));
  return { begun, written, acknowledged, durable };
}

/** When what was just shown is on the screen: the task after the next frame. */
function painted(): Promise<number> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(epochNow());
      port2.postMessage(null);
    }),
  );
}
