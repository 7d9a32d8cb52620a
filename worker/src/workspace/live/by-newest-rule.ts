import type { Step } from './step.ts';

/**
 * These steps, the oldest first, with each row under the rule that it has after the last of them: what has been shut off meanwhile must not
 * go out with an earlier step that moved it while it was open. None with rows where that cannot be told, because a later step is too
 * large to be kept: whoever listens has to pull then anyway.
 */
export function byNewestRule(steps: readonly Step[]): readonly Step[] {
  const later = steps.slice(1);
  if (later.some(({ rows }) => rows === null))
    return steps.map((step) => ({ ...step, changes: null, rows: null }));
  if (!later.some(({ rows }) => rows?.some(({ hidden }) => hidden !== null))) return steps;
  const newest = new Map(
    steps.flatMap(({ rows }) => (rows ?? []).map(({ id, hidden }) => [id, hidden] as const)),
  );
  return steps.map((step) => ({
    ...step,
    rows: step.rows?.map((row) => ({ ...row, hidden: newest.get(row.id) ?? null })) ?? null,
  }));
}
