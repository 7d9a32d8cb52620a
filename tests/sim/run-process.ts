// A process that runs: started by run-tasks.ts with a tier and, where one is planted, a fault. Nothing of the engine may be loaded
// before the platform is a virtual one and the fault is planted, so all of it is imported afterwards.

import type { Report, Task } from './messages.ts';
import { plantFault } from './mutants/plant-fault.ts';
import { virtualPlatform } from './platform.ts';

const [named = 'engine', mutant = ''] = process.argv.slice(2);
const tier = named === 'dexie' ? 'dexie' : 'engine';
const yieldToReal = setImmediate;
const say = (report: Report) =>
  new Promise<void>((resolve) => process.send?.(report, undefined, undefined, () => resolve()));

try {
  const planted = plantFault(mutant);
  const platform = virtualPlatform(tier);
  const { createRunner } = await import('./runner.ts');
  const runner = await createRunner(tier, platform, () => new Promise((go) => yieldToReal(go)));
  const missing = planted();
  if (missing !== null) await say({ kind: 'broken', why: missing });
  process.on('message', (task: Task) => {
    void work(task);
  });
  process.send?.({ kind: 'done', runs: 0, events: 0, trace: 0, cpuMs: 0 } satisfies Report);

  /** One failure of each check is made small. */
  const shrunk = new Set<string>();

  async function work({ from, runs, stopAtFailure }: Task): Promise<void> {
    const begun = process.cpuUsage();
    const cpuMs = () => {
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    };
    let events = 0;
    let trace = 0;
    for (let seed = from; seed < from + runs; seed += 1) {
      const result = await runner.run(seed);
      events += result.events;
      trace = (Math.imul(trace, 31) + result.trace) | 0;
      if (result.failure === null) continue;
      const { check, detail } = result.failure;
      const plan = stopAtFailure || shrunk.has(check) ? result.plan : await runner.shrink(result.plan, check);
      shrunk.add(check);
      await say({ kind: 'failed', failure: { seed, check, detail, plan } });
      if (stopAtFailure) {
        await say({ kind: 'done', runs: seed - from + 1, events, trace, cpuMs: cpuMs() });
        return;
      }
    }
    await say({ kind: 'done', runs, events, trace, cpuMs: cpuMs() });
  }
} catch (error) {
  await say({ kind: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
