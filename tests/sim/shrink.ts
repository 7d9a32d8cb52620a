import { noFaults } from './network.ts';
import type { Plan, Step } from './plan/plan.ts';

/** Tries so many smaller plans at most. */
const mostTries = 400;

/** The smallest plan found that still fails: fewer steps, fewer devices, fewer faults. `fails` runs a plan. */
export async function shrink(plan: Plan, fails: (smaller: Plan) => Promise<boolean>): Promise<Plan> {
  let best = plan;
  let tries = 0;
  const attempt = async (smaller: Plan): Promise<boolean> => {
    if (tries >= mostTries) return false;
    tries += 1;
    if (!(await fails(smaller))) return false;
    best = smaller;
    return true;
  };
  const fewerSteps = async () => {
    for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < best.steps.length; ) {
        const steps = [...best.steps.slice(0, at), ...best.steps.slice(at + size)];
        if (!(await attempt({ ...best, steps }))) at += size;
      }
    }
  };
  await fewerSteps();
  for (let index = best.devices.length - 1; index >= 0 && best.devices.length > 1; index -= 1) {
    await attempt(withoutDevice(best, index));
  }
  await attempt({ ...best, faults: noFaults });
  for (const kind of ['lost', 'cut', 'doubled', 'late'] as const) {
    if (best.faults[kind] > 0) await attempt({ ...best, faults: { ...best.faults, [kind]: 0 } });
  }
  await attempt({ ...best, oldClient: null });
  await attempt({ ...best, skews: best.skews.map(() => 0) });
  await attempt({ ...best, live: best.live.map(() => false) });
  await attempt({ ...best, old: best.old.map(() => false) });
  await fewerSteps();
  return best;
}

function withoutDevice(plan: Plan, index: number): Plan {
  const without = <T>(list: readonly T[]) => list.filter((_, i) => i !== index);
  const steps = plan.steps
    .filter(({ device }) => device !== index)
    .map((step): Step => ({ ...step, device: step.device > index ? step.device - 1 : step.device }));
  return {
    ...plan,
    devices: without(plan.devices),
    skews: without(plan.skews),
    live: without(plan.live),
    old: without(plan.old),
    steps,
  };
}
