import type { Plan } from './plan/plan.ts';

/** What the process that runs is told to do. */
export type Task = { from: number; runs: number; stopAtFailure: boolean };

export type FoundFailure = { seed: number; check: string; detail: string; plan: Plan };

/** What some runs came to. `cpuMs`: without the start of the process. */
export type Counted = { runs: number; events: number; trace: number; cpuMs: number };

/** What it answers. `broken`: it cannot run at all, such as where a planted fault finds its text no longer. */
export type Report =
  | ({ kind: 'done' } & Counted)
  | { kind: 'failed'; failure: FoundFailure }
  | { kind: 'broken'; why: string };
