import { epochNow } from './clock.ts';

let open = 0;
let last = 0;

/**
 * Makes every write of this page to IndexedDB `durability: 'strict'`, whichever engine begins it, and notes when the last one
 * ended: engines that write behind the application's back do not say when they are done.
 */
export function makeStorageStrict(): void {
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function strict(stores, mode, options) {
    const transaction = original.call(
      this,
      stores,
      mode,
      mode === 'readwrite' ? { ...options, durability: 'strict' } : options,
    );
    if (mode !== 'readwrite') return transaction;
    open += 1;
    const ended = () => {
      open -= 1;
      last = epochNow();
    };
    transaction.addEventListener('complete', ended);
    transaction.addEventListener('abort', ended);
    return transaction;
  };
}

/** When the last write ended, once none has been open for `quietMs`; milliseconds since the epoch, 0 where there was none. */
export async function whenStorageQuiet(quietMs: number): Promise<number> {
  for (let since = epochNow(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (open > 0) since = epochNow();
    const quietSince = Math.max(since, last);
    if (open === 0 && epochNow() - quietSince >= quietMs) return last;
  }
}
