import { all } from '../unclobbered.ts';

/** Ways to one thing on a page, best first, each under its own name. The last relies on plain attributes alone. */
export type Ladder = Readonly<Record<string, string>>;

export type Climber<Fact extends string> = {
  /** What the highest rung that finds anything finds, in document order. Null for `within`: nothing. */
  all(fact: Fact, within: ParentNode | null): Element[];
  one(fact: Fact, within: ParentNode | null): Element | null;
  /** `fact:rung` of every fact that a lower rung than the first gave: the page has begun to change. */
  lowered(): string[];
};

/** Looks things up by their ladders, and remembers which rungs served. One for each reading. */
export function climber<Fact extends string>(ladders: Readonly<Record<Fact, Ladder>>): Climber<Fact> {
  const lowered = new Set<string>();
  const climb = (fact: Fact, within: ParentNode | null): Element[] => {
    for (const [place, [rung, selector]] of Object.entries(ladders[fact]).entries()) {
      const found = within === null ? [] : all(within, selector);
      if (found.length === 0) continue;
      if (place > 0) lowered.add(`${fact}:${rung}`);
      return found;
    }
    return [];
  };
  return {
    all: climb,
    one: (fact, within) => climb(fact, within)[0] ?? null,
    lowered: () => [...lowered],
  };
}
