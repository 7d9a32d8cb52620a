import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeLink, mergeGroups } from '../../../shared/identity/merge-groups.ts';

const link = (keep: string, other: string, number: number): MergeLink => ({ keep, other, number });
const groupOf = (links: MergeLink[], id: string) => mergeGroups(links).get(id) ?? [id];

/** Links over few records, so that chains, stars and circles come up, each with a number of its own. */
const someLinks = fc
  .array(fc.tuple(fc.constantFrom(...'abcdefg'), fc.constantFrom(...'abcdefg')), { maxLength: 12 })
  .map((ends) => ends.flatMap(([keep, other], n) => (keep === other ? [] : [link(keep, other, n + 1)])));

describe('merged records', () => {
  it('are one group, the kept one first, whichever of them is asked for', () => {
    const links = [link('a', 'b', 1), link('b', 'c', 2)];
    for (const id of ['a', 'b', 'c']) expect(groupOf(links, id)).toEqual(['a', 'b', 'c']);
    expect(mergeGroups(links).has('d')).toBe(false);
  });

  it('go under whoever was kept last', () => {
    expect(groupOf([link('a', 'b', 1), link('c', 'b', 2)], 'a')).toEqual(['c', 'a', 'b']);
  });

  it('are the same group however the merges arrive', () => {
    fc.assert(
      fc.property(
        someLinks.chain((links) =>
          fc.tuple(fc.constant(links), fc.shuffledSubarray(links, { minLength: links.length })),
        ),
        ([links, shuffled]) => {
          expect(mergeGroups(shuffled)).toEqual(mergeGroups(links));
        },
      ),
    );
  });

  it('hold each record once, in one group alone, and only records that a merge names', () => {
    fc.assert(
      fc.property(someLinks, (links) => {
        const groups = mergeGroups(links);
        const all = [...new Set(groups.values())].flat();
        expect(all.toSorted()).toEqual(
          [...new Set(links.flatMap(({ keep, other }) => [keep, other]))].toSorted(),
        );
        for (const [id, group] of groups) expect(group).toContain(id);
      }),
    );
  });

  it('fall apart when a merge is taken away exactly as if it had never been', () => {
    // Only what brings two groups together is ever recorded: the server calls anything else stale.
    const forest = (links: MergeLink[]) => {
      const kept: MergeLink[] = [];
      for (const one of links) if (!groupOf(kept, one.keep).includes(one.other)) kept.push(one);
      return kept;
    };
    fc.assert(
      fc.property(someLinks, fc.nat(), (links, pick) => {
        const standing = forest(links);
        const undone = standing[pick % Math.max(1, standing.length)];
        if (undone === undefined) return;
        const left = standing.filter((one) => one !== undone);
        const [one, other] = [groupOf(left, undone.keep), groupOf(left, undone.other)];
        expect(one.includes(undone.other)).toBe(false);
        expect([...one, ...other].toSorted()).toEqual([...groupOf(standing, undone.keep)].toSorted());
      }),
    );
  });
});
