import { type Plan, planOf } from './plan/plan.ts';
import type { Platform } from './platform.ts';
import { type RunResult, run } from './run.ts';
import { shrink } from './shrink.ts';
import { memoryStorage } from './storage/memory-storage.ts';
import { layGround } from './world.ts';

export type Runner = {
  run(seed: number): Promise<RunResult & { plan: Plan }>;
  /** The smallest plan that fails in the same check. */
  shrink(plan: Plan, check: string): Promise<Plan>;
};

/** Runs one plan after the other in this process. `settled`: lets what the process itself has to do happen in between. */
export async function createRunner(
  tier: Plan['tier'],
  platform: Platform,
  settled: () => Promise<void>,
): Promise<Runner> {
  const ground = layGround();
  const storage =
    tier === 'engine' ? memoryStorage : (await import('./storage/indexed-storage.ts')).indexedStorage;
  const runPlan = async (plan: Plan): Promise<RunResult> => {
    platform.takeErrors();
    const result = await run(plan, ground, storage);
    await settled();
    const [error] = platform.takeErrors();
    if (result.failure !== null || error === undefined) return result;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...result, failure: { check: 'threw', detail } };
  };
  return {
    run: async (seed) => {
      const plan = planOf(seed, tier);
      return { ...(await runPlan(plan)), plan };
    },
    shrink: (plan, check) =>
      shrink(plan, async (smaller) => (await runPlan(smaller)).failure?.check === check),
  };
}
