import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerHealths, type YieldRow } from '../../../shared/yield/reader-health.ts';
import { addCounts, noCounts } from '../../../shared/yield/yield-counts.ts';

const row = (day: number, changes: Partial<YieldRow> = {}): YieldRow => ({
  ...noCounts,
  day,
  reader: 'roundcube',
  version: 1,
  seen: 40,
  read: 39,
  refused: 1,
  opened: 10,
  used: 8,
  ...changes,
});
const days = (count: number, changes: Partial<YieldRow> = {}) =>
  Array.from({ length: count }, (_, day) => row(day, changes));

describe('the health of readers', () => {
  it('is one for each reader, with the rows of a day as one', () => {
    const found = readerHealths([row(2), row(1), row(1, { version: 2 }), row(1, { reader: 'gmail' })]);
    expect(found.map(({ reader }) => reader)).toEqual(['gmail', 'roundcube']);
    expect(found[1]?.days).toMatchObject([
      { day: 1, seen: 80, read: 78, versions: [1, 2], point: { n: 80, good: 78 } },
      { day: 2, seen: 40, versions: [1], point: { n: 40 } },
    ]);
  });

  it('marks the day on which a version first counted, and not the first version of all', () => {
    const [health] = readerHealths([
      ...days(5),
      ...days(3, { version: 2 }).map((one) => ({ ...one, day: one.day + 4 })),
    ]);
    expect(health?.newVersions).toEqual([{ day: 4, version: 2 }]);
  });

  it('tells that a webmail is opened as ever while no mail comes on view', () => {
    const blind = { seen: 0, read: 0, refused: 0, used: 0 };
    const [health] = readerHealths([...days(30), row(30, blind), row(31, blind)]);
    expect(health?.idle).toMatchObject({ kind: 'fell', since: 30, n: 20, good: 0 });
    expect(health?.verdict).toMatchObject({ kind: 'usual', day: 29 });
    expect(health?.days.at(-1)?.point).toBeNull();
    expect(readerHealths(days(32))[0]?.idle).toBeNull();
  });

  it('does not depend on the order of rows', () => {
    const rows = [...days(25), ...days(25, { version: 3, reader: 'sogo' }), row(26, { read: 4 })];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(readerHealths(shuffled)).toEqual(readerHealths(rows));
      }),
      { numRuns: 20 },
    );
  });
});

const counts = fc.record({
  seen: fc.nat(90),
  read: fc.nat(90),
  partly: fc.nat(90),
  refused: fc.nat(90),
  opened: fc.nat(90),
  used: fc.nat(90),
});

describe('counts', () => {
  it('add up in any order, and nothing adds nothing', () => {
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(addCounts(a, b)).toEqual(addCounts(b, a));
        expect(addCounts(addCounts(a, b), c)).toEqual(addCounts(a, addCounts(b, c)));
        expect(addCounts(a, noCounts)).toEqual(a);
      }),
    );
  });
});
