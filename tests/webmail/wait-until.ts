import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child-process.ts';

export type Waited = { kind: 'ready' } | { kind: 'unavailable'; why: string };

/** Asks `check` every 50 ms until it is true, `child` has ended, the signal is aborted, or 30 s are over. */
export async function waitUntil(
  check: () => Promise<boolean>,
  child: Child,
  signal?: AbortSignal,
): Promise<Waited> {
  const failed = (what: string): Waited => ({
    kind: 'unavailable',
    why: `${child.name} ${what}: ${child.lastLines()}`,
  });
  for (let round = 0; round < 600; round++) {
    if (signal?.aborted) return { kind: 'unavailable', why: `stopped while starting ${child.name}` };
    if (child.ended()) return failed('ended at once');
    if (await check()) return { kind: 'ready' };
    await sleep(50);
  }
  return failed('does not answer');
}

/** Whether the page at `url` is served and holds `text`. */
export async function serves(url: string, text: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return answer.ok && (await answer.text()).includes(text);
  } catch {
    return false;
  }
}
