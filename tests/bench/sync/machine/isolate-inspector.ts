import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';

/** V8's inspector of a worker's isolate, over the DevTools protocol. */
export type IsolateInspector = {
  /**
   * Looks again and again while `work` runs; the most bytes that were alive at any look: counted after a collection, JavaScript's heap and
   * what it holds outside of it.
   */
  highestWhile(work: () => Promise<void>): Promise<number>;
  close(): void;
};

/** Between two looks at the heap. */
const pauseMs = 300;
/** A question that is lost is asked again on a new connection after this long, and so many times at the most. */
const patienceMs = 10_000;
const mostAsked = 12;

const lost = Symbol('lost');

const target = v.object({ webSocketDebuggerUrl: v.string() });
const answer = v.object({ id: v.number(), result: v.optional(v.unknown()) });
const usage = v.object({
  usedSize: v.number(),
  embedderHeapUsedSize: v.optional(v.number(), 0),
  backingStorageSize: v.optional(v.number(), 0),
});

/** `address`: where workerd says that its inspector listens. */
export async function inspectIsolate(address: string): Promise<IsolateInspector> {
  let connection = await connect(address);
  /**
   * A connection that was open while the isolate was busy for long may never be answered again, and says nothing of it; a new one is
   * answered at once. An isolate that never answers must not hold the benchmark.
   */
  const ask = async (method: string) => {
    for (let asked = 0; asked < mostAsked; asked += 1) {
      const said = await Promise.race([connection.send(method), sleep(patienceMs, lost, { ref: false })]);
      if (said !== lost) return said;
      connection.close();
      connection = await connect(address);
    }
    throw new Error('the inspector does not answer');
  };
  const liveBytes = async () => {
    await ask('HeapProfiler.collectGarbage');
    const found = v.parse(usage, await ask('Runtime.getHeapUsage'));
    return found.usedSize + found.embedderHeapUsedSize + found.backingStorageSize;
  };
  return {
    highestWhile: async (work) => {
      let highest = 0;
      let over = false;
      const watch = async () => {
        while (!over) {
          highest = Math.max(highest, await liveBytes());
          // each collection stops the object for a while
          await sleep(pauseMs);
        }
      };
      const end = async () => {
        try {
          await work();
        } finally {
          over = true;
        }
      };
      await Promise.all([end(), watch()]);
      return highest;
    },
    close: () => connection.close(),
  };
}

type Connection = { send(method: string): Promise<unknown>; close(): void };

async function connect(address: string): Promise<Connection> {
  const targets = v.parse(v.array(target), await (await fetch(`${address}/json`)).json());
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('no inspector'));
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.onmessage = ({ data }) => {
    const parsed = v.safeParse(answer, JSON.parse(String(data)));
    if (parsed.success) waiting.get(parsed.output.id)?.(parsed.output.result);
  };
  let last = 0;
  const send = (method: string) =>
    new Promise<unknown>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
  void send('HeapProfiler.enable');
  return { send, close: () => socket.close() };
}
