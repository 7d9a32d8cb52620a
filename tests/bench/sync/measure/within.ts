/** Waits for work so long and no longer: rejects with `over N s` where it takes longer. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`over ${Math.round(ms / 1000)} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
