import type { Step } from './step.ts';

/** Characters of rows that are kept for the next round: more than any text of it can carry. */
const keptLength = 1_000_000;

/** The steps of which nobody was told yet. */
export type DueSteps = {
  /** Keeps what it moved only while that may still be told: an import must not fill the memory until the next round. */
  add(step: Step): void;
  /** All of them, the oldest first; none is left. */
  take(): Step[];
};

export function dueSteps(): DueSteps {
  let due: Step[] = [];
  let length = 0;
  return {
    add: (step) => {
      length += step.rows?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
      due.push(length > keptLength ? { ...step, changes: null, rows: null } : step);
    },
    take: () => {
      const taken = due;
      due = [];
      length = 0;
      return taken;
    },
  };
}
