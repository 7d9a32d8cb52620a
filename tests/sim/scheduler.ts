/** Something that can die: what was to happen for it then does not. */
export type Life = { alive: boolean };

/** For what nobody's death stops: the network, the plan. */
export const immortal: Life = { alive: true };

export type Scheduler = {
  /** Milliseconds since the epoch, true time. */
  now(): number;
  /** Calls `run` after that time, unless `life` has ended by then. Returns what takes it back. */
  after(ms: number, life: Life, run: () => void): () => void;
  /** Resolves after that time, or never where `life` ends before. */
  pause(ms: number, life: Life): Promise<void>;
  /** Lets time pass, one event after the other, until `main` has ended. Rejects where nothing is left to happen before. */
  run<T>(main: () => Promise<T>): Promise<T>;
  /** Whose event this is: whatever has no life of its own dies with it. */
  life(): Life;
  /** The rest of this event belongs to that life. */
  actAs(life: Life): void;
  /** A number that two runs share only if the same happened in both. */
  trace(): number;
  events(): number;
};

type Entry = { at: number; order: number; life: Life; run: (() => void) | null };

/** Its reactions are microtasks, without what `queueMicrotask` does for async hooks. */
const settled = Promise.resolve();

/** Nothing was left to happen, or far too much. */
export class Stalled extends Error {}

/**
 * Virtual time. One event at a time: everything that it sets going without waiting for another event (every pending promise
 * reaction) runs to its end before the next one, so that a run depends on its seed alone.
 */
export function createScheduler(start: number, mostEvents: number): Scheduler {
  const heap: Entry[] = [];
  let now = start;
  let order = 0;
  let events = 0;
  let trace = 17;
  let current: Life = immortal;

  const after = (ms: number, life: Life, run: () => void) => {
    const entry: Entry = { at: now + Math.max(0, ms), order: order++, life, run };
    push(heap, entry);
    return () => {
      entry.run = null;
    };
  };

  const step = (): boolean => {
    for (;;) {
      const entry = pop(heap);
      if (entry === undefined) return false;
      if (entry.run === null || !entry.life.alive) continue;
      now = entry.at;
      current = entry.life;
      events += 1;
      trace = (Math.imul(trace, 31) + entry.order + Math.floor(now)) | 0;
      entry.run();
      return true;
    }
  };

  const run = <T>(main: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let ended = false;
      main().then(
        (value) => {
          ended = true;
          resolve(value);
        },
        (error) => {
          ended = true;
          reject(error);
        },
      );
      // A tick that is asked for by a microtask comes only when no microtask is left: that is what runs an event to its end.
      const soon = () => process.nextTick(turn);
      const turn = () => {
        if (ended) return;
        try {
          if (events > mostEvents) throw new Stalled(`more than ${mostEvents} events`);
          if (!step()) throw new Stalled('nothing is left to happen');
        } catch (error) {
          ended = true;
          reject(error);
          return;
        }
        void settled.then(soon);
      };
      void settled.then(soon);
    });

  return {
    now: () => now,
    after,
    pause: (ms, life) => new Promise((resolve) => void after(ms, life, resolve)),
    run,
    life: () => current,
    actAs: (life) => {
      current = life;
    },
    trace: () => trace,
    events: () => events,
  };
}

function before(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const above = heap[up] as Entry;
    if (!before(entry, above)) break;
    heap[at] = above;
    at = up;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && before(heap[down + 1] as Entry, heap[down] as Entry)) down += 1;
    const below = heap[down] as Entry;
    if (!before(below, last)) break;
    heap[at] = below;
    at = down;
  }
  heap[at] = last;
  return top;
}
