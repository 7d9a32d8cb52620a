import type * as v from 'valibot';

/** Says where and what was expected, never what was sent: the detail may end in a report. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const at = pathOf(issue).map(pathStep).join('');
  return `${at || '.'}: ${issue.type}${issue.expected === null ? '' : `, expected ${issue.expected}`}`;
}

export function pathOf(issue: v.BaseIssue<unknown>): unknown[] {
  return issue.path?.map((step) => step.key) ?? [];
}

/** A key that looks like no name of ours is somebody's data: a set keeps its values as keys. */
function pathStep(key: unknown): string {
  if (typeof key === 'number') return `[${key}]`;
  return typeof key === 'string' && /^[A-Za-z]{1,40}$/.test(key) ? `.${key}` : '.*';
}
