import type { Content } from '../model/rules.ts';

export function contentOf(state: {
  fields?: unknown;
  sets?: unknown;
  fact?: unknown;
  decided?: unknown;
}): Content {
  const { fields = {}, sets = {}, fact, decided = {} } = state;
  return { fields, sets, fact, decided } as Content;
}

/** Sets without values say nothing. */
export function setsOf({ sets }: Content): Content['sets'] {
  return Object.fromEntries(Object.entries(sets).filter(([, set]) => Object.keys(set).length > 0));
}
