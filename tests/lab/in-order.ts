/**
 * Works on several items at once, one for each worker, and gives the results in the items' order. Items are taken as workers
 * become free; at most four times as many results as workers wait for their turn.
 */
export async function* inOrder<T, W, R>(
  items: AsyncIterable<T>,
  workers: readonly W[],
  work: (item: T, worker: W) => Promise<R>,
): AsyncIterable<R> {
  const free = [...workers];
  const running = new Set<Promise<unknown>>();
  const ordered: Promise<R>[] = [];
  for await (const item of items) {
    while (ordered.length >= workers.length * 4) yield await (ordered.shift() as Promise<R>);
    while (free.length === 0) await Promise.race(running);
    const worker = free.pop() as W;
    const done = work(item, worker);
    ordered.push(done);
    const ended: Promise<unknown> = done
      .catch(() => {})
      .then(() => {
        running.delete(ended);
        free.push(worker);
      });
    running.add(ended);
  }
  for (const done of ordered) yield await done;
}
