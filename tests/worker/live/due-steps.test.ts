import { expect, it } from 'vitest';
import { dueSteps } from '../../../worker/src/workspace/live/due-steps.ts';
import type { Step } from '../../../worker/src/workspace/live/step.ts';

function step(seq: number, length: number): Step {
  const row = { id: 'a', kind: 'person', gone: false, seq, text: 'x'.repeat(length), hidden: null } as const;
  return {
    from: seq - 1,
    seq,
    by: 'jonas’ laptop',
    changes: [],
    rows: [{ ...row, cause: 'change' }],
    restarted: new Set(),
  };
}

it('keeps every step, and what the first of them moved', () => {
  const due = dueSteps();
  const steps = [step(1, 400_000), step(2, 400_000), step(3, 400_000), step(4, 10)];
  for (const one of steps) due.add(one);
  const bare = steps.slice(2).map((one) => ({ ...one, changes: null, rows: null }));
  expect(due.take()).toEqual([...steps.slice(0, 2), ...bare]);
});

it('begins anew once it was taken', () => {
  const due = dueSteps();
  due.add(step(1, 2_000_000));
  due.take();
  due.add(step(2, 10));
  expect(due.take()).toEqual([step(2, 10)]);
});
