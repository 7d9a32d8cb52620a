import { parentPort } from 'node:worker_threads';
import { checkSync } from 'recheck';
import type { Expression, Verdict } from './judge-regular-expressions.ts';

// recheck also calls an attack found where one of the last two runs out: what a slow machine finds is to be asked again.
const limits = { timeout: 120_000, attackTimeout: 5000, incubationTimeout: 2000 };

parentPort?.on('message', ({ pattern, flags }: Expression) => {
  parentPort?.postMessage(judge(pattern, flags));
});

function judge(pattern: string, flags: string): Verdict {
  try {
    const found = checkSync(pattern, flags, limits);
    if (found.status === 'safe') return { kind: 'linear' };
    return found.status === 'vulnerable'
      ? { kind: 'slow', how: found.complexity.summary }
      : { kind: 'unknown', why: found.error.kind };
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
  }
}
