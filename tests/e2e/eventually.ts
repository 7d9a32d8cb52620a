import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until `probe` returns something other than undefined, null or false, and returns that. Throws with `what` and
 * the last error or answer after `timeout` ms: a deadlock's limit, never a measure of speed.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  timeout = 30_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== null && answer !== false) {
        return answer as NonNullable<Exclude<T, false>>;
      }
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`not within ${timeout} ms: ${what} (last: ${String(last)})`);
    await pause(50);
  }
}
